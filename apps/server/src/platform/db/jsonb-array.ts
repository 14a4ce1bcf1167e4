import { Buffer } from 'node:buffer';

const version = 1;
const [open, comma, close] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];

/**
 * The JSON texts of some values, as UTF-8, made into one parameter of type `jsonb` in PostgreSQL's binary form: a version byte, then
 * the text. One string of all of them, where Chinese takes two bytes a letter, is a large object that only a full garbage
 * collection frees: at 2,400 reports a second one ran every ten seconds and held answers up for 100 ms (docs/decisions/0004).
 */
export function jsonbArray(texts: readonly Buffer[]): Buffer {
  const parts = texts.flatMap((text, at) => (at === 0 ? [text] : [comma, text]));
  return Buffer.concat([Buffer.of(version), open, ...parts, close]);
}
