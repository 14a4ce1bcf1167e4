import { createNames } from '../street/person-names.ts';
import { createRandom } from '../street/random.ts';
import type { PostRole, Street } from '../street/types.ts';
import { chooseReadyMade } from './ready-made.ts';

export interface SeedAccount {
  id: string;
  kind: 'resident' | 'staff';
  name: string;
  active: boolean;
  demoKey: string | null;
  login: string | null;
  phone: string | null;
  /** Of the street; residents have none. */
  personKey: string | null;
}

const residents = 400;
const firstPhone = 13_800_000_001;

/** What a login begins with: the first sounds of the post. */
const loginPrefixes: Record<PostRole, string> = {
  'grid-worker': 'wg',
  'part-time-grid-worker': 'jz',
  'building-leader': 'lz',
  'second-building-leader': 'lf',
  'resident-group-leader': 'xz',
  'micro-grid-leader': 'wz',
  'grid-leader': 'gz',
  'committee-secretary': 'sj',
  dispatcher: 'pq',
  'duty-chief': 'zb',
  checker: 'hc',
  'unit-lead': 'fz',
  'unit-handler': 'jb',
  commander: 'zh',
  'system-admin': 'xt',
  'security-admin': 'aq',
  'audit-admin': 'shj',
};

/** Everybody who can sign in, and those who once held a post: their names stand in history. */
export function listAccounts(street: Street, newId: () => string): SeedAccount[] {
  const readyMade = chooseReadyMade(street);
  const keys = new Map([...readyMade].map(([key, personKey]) => [personKey, key]));
  const roles = new Map(street.posts.map((post) => [post.key, post.role]));
  const today = new Map<string, PostRole>();
  for (const { postKey, personKey, untilDay } of street.holdings) {
    const role = roles.get(postKey);
    if (untilDay === null && role && !today.has(personKey)) today.set(personKey, role);
  }
  const counts = new Map<PostRole, number>();
  const staff = street.persons.map(({ key, name }): SeedAccount => {
    const role = today.get(key);
    const number = role ? (counts.get(role) ?? 0) + 1 : 0;
    if (role) counts.set(role, number);
    const login = role ? `${loginPrefixes[role]}-${String(number).padStart(3, '0')}` : null;
    return {
      id: newId(),
      kind: 'staff',
      name,
      active: role !== undefined,
      demoKey: keys.get(key) ?? null,
      login,
      phone: null,
      personKey: key,
    };
  });
  const nextName = createNames(createRandom(street.seed + 101));
  const people = Array.from({ length: residents }, (_, n): SeedAccount => {
    const demoKey = n === 0 ? '01-resident' : null;
    return {
      id: newId(),
      kind: 'resident',
      name: nextName(),
      active: true,
      demoKey,
      login: null,
      phone: String(firstPhone + n),
      personKey: null,
    };
  });
  return [...staff, ...people];
}
