import { createHash } from 'node:crypto';

export type ReadableSecret = { secret: string; shape: string; at: number };

const bytesOf = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

/** The middle of what base64 makes of bytes that begin at any of the three places: the ends depend on what stands around them. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const core = whole.slice(before === 0 ? 0 : before + 1, bytes.length % 3 === (3 - before) % 3 ? undefined : -1);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function shapesOf(secret: string): [shape: string, text: string][] {
  const fullWidth = secret.replace(/[0-9A-Z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const utf16 = bytesOf(secret, 'utf16le');
  const big = Buffer.from(utf16).swap16();
  return [
    ['full width', fullWidth],
    ['reversed', [...secret].reverse().join('')],
    ['hex', bytesOf(secret, 'utf8').toString('hex')],
    ['hex of utf-16', utf16.toString('hex')],
    ['hex of utf-16, big-endian', big.toString('hex')],
    ...base64Cores(bytesOf(secret, 'utf8')).map((text): [string, string] => ['base64', text]),
    ...base64Cores(utf16).map((text): [string, string] => ['base64 of utf-16', text]),
    ['percent', [...bytesOf(secret, 'utf8')].map((byte) => `%${byte.toString(16)}`).join('')],
    [
      'unicode escapes',
      [...secret].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['md5 without a key', createHash('md5').update(secret).digest('hex')],
    ['sha-1 without a key', createHash('sha1').update(secret).digest('hex')],
    ['sha-256 without a key', createHash('sha256').update(secret).digest('hex')],
    ['sm3 without a key', createHash('sm3').update(secret).digest('hex')],
  ];
}

/**
 * Where secrets (identity numbers, telephones: six characters or more) can be read in a dump or a log: plain, with any separators
 * between the characters, or in an encoding anybody can undo. A hash without a key counts too: a telephone is found from it by trying
 * all. Answers each secret and shape once, with the place of its first sight.
 */
export function findReadableSecrets(text: string, secrets: readonly string[]): ReadableSecret[] {
  const lower = text.toLowerCase();
  const found: ReadableSecret[] = [];
  for (const secret of new Set(secrets)) {
    if (secret.length < 6) throw new RangeError('a secret shorter than six characters stands everywhere by chance');
    const characters = [...secret].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const plain = new RegExp(`(?<![0-9A-Fa-f])${characters.join('[\\s\\-._·\\u0000]{0,2}')}(?![0-9A-Fa-f])`, 'i').exec(
      text,
    );
    if (plain !== null) found.push({ secret, shape: 'plain', at: plain.index });
    for (const [shape, written] of shapesOf(secret)) {
      const isCased = shape.startsWith('base64');
      const at = isCased ? text.indexOf(written) : lower.indexOf(written.toLowerCase());
      if (at >= 0) found.push({ secret, shape, at });
    }
  }
  const seen = new Set<string>();
  return found.filter(({ secret, shape }) => {
    const key = `${secret} ${shape}`;
    return !seen.has(key) && seen.add(key);
  });
}
