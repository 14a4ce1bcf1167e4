import type { FirstSite } from '../apps/server/src/modules/access/index.ts';

const usage =
  'usage: npm run found-site -- --code=<division code of the street> --name=<its name> --admin=<name of its system administrator> --login=<to sign in with>';

const rules = {
  code: { fits: /^[0-9A-Za-z-]{1,60}$/, words: 'letters, digits and - only, such as 310115005' },
  name: { fits: /^\S(.{0,58}\S)?$/u, words: '1 to 60 signs' },
  admin: { fits: /^\S.{0,38}\S$/u, words: '2 to 40 signs' },
  login: { fits: /^[a-z0-9._-]{3,40}$/, words: '3 to 40 small letters, digits, . _ or -' },
} as const;

/** The site that the arguments name, or what is wrong with them. */
export function readFirstSite(args: readonly string[]): FirstSite | { problem: string } {
  const found = new Map<string, string>();
  for (const arg of args) {
    const [, name, value] = /^--([a-z]+)=(.*)$/u.exec(arg) ?? [];
    if (name === undefined || value === undefined || !(name in rules))
      return { problem: `${arg}: not known\n${usage}` };
    found.set(name, value.trim());
  }
  for (const [name, { fits, words }] of Object.entries(rules)) {
    const value = found.get(name);
    if (value === undefined) return { problem: `--${name}=… is missing\n${usage}` };
    if (!fits.test(value)) return { problem: `--${name}=${value}: ${words}` };
  }
  const of = (name: keyof typeof rules) => found.get(name) ?? '';
  return { code: of('code'), name: of('name'), admin: { name: of('admin'), login: of('login') } };
}
