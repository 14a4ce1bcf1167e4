import type { Operation } from '@linli/contract';
import fc from 'fast-check';
import { z } from 'zod';
import { fitting, type Json, type Schema } from './fitting-input.fixture.ts';

/** What is sent: the raw text of a body (commands) or of a query string (queries), and the content type it claims. */
export interface BadCall {
  text: string;
  contentType: string;
}

function nested(depth: number): Json {
  let value: Json = 'deep';
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
}
/** An object with an own key that objects usually inherit. */
function withKey(key: string): Json {
  return JSON.parse(`{"${key}": {"polluted": true, "length": 3}}`) as Json; // JSON in, JSON out
}

const nasty: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324],
  ...[
    '',
    ' ',
    'NaN',
    'Infinity',
    '-0',
    'null',
    '1',
    '١٢٣',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\ufeff',
    '\u202e文',
    '👨‍👩‍👧‍👦',
    'e\u0301'.repeat(40),
  ],
  ...[
    "'; drop table cases; --",
    '%_\\',
    '{1,2}',
    '$1',
    ')) or 1=1 --',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '{name}',
    '__proto__',
    'constructor',
  ],
  ...[
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '-0001-01-01',
    '2026-13-01',
    '24:61',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2026-03-16',
    '2026-03-16T10:00:00+08:00',
    '2026-03-16T10:00:00Z',
    '1e9999',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '0198e0a0-0000-7000-8000-00000000dead',
    'W10',
    'WyJ4IiwieSJd',
    'W251bGwsbnVsbF0',
    'WyIwMDAwLTAxLTAxIiwieCJd',
  ],
  ...['x'.repeat(201), '长'.repeat(5000), 'y'.repeat(70_000)],
  ...([[], [[]], {}, [null], [1, 'a', {}], { 0: 'a', length: 1 }, Array.from({ length: 500 }, (_, i) => i)] as Json[]),
  ...[
    nested(30),
    nested(900),
    withKey('__proto__'),
    withKey('constructor'),
    withKey('toString'),
    withKey('hasOwnProperty'),
  ],
];
const badKeys = [
  '__proto__',
  'constructor',
  'toString',
  'requestId',
  'extra',
  '',
  'caseId ',
  '\u0000',
  '\ud800',
  'length',
  'x'.repeat(3000),
];
const rawTexts = [
  '',
  ' ',
  '{',
  '}',
  'null',
  '[]',
  '"x"',
  '1',
  'true',
  'undefined',
  '{"a":',
  "{'a':1}",
  '\u0000',
  '<xml/>',
  'a=1&b=2',
  '{}{}',
  '\ufeff{}',
  '{"requestId":1e999}',
  '{"__proto__":{}}',
  '{"constructor":{"prototype":{}}}',
  '['.repeat(40_000),
  '['.repeat(20_000) + ']'.repeat(20_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
];
const wrongTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  'nonsense',
  '',
];
const rawQueries = [
  'a=1&a=2',
  '%',
  '%E0%A4%A',
  '%00=%00',
  '__proto__=1',
  '__proto__={"a":1}',
  'constructor={}',
  '&&&',
  '=',
  'limit=-1',
  'limit=1e9',
  'limit=NaN',
  'after=%FF',
  'caseId=1&caseId=2',
  'filters=[[[',
  'limit[a]=1',
  'a'.repeat(9000),
];

type Hole = { holder: Json[] | { [key: string]: Json }; key: string | number };
function holesOf(value: Json, found: Hole[] = []): Hole[] {
  if (typeof value !== 'object' || value === null || found.length > 200) return found;
  for (const key of Object.keys(value)) {
    const holder = value as { [key: string]: Json }; // arrays are addressed by their indexes as text
    found.push({ holder, key });
    holesOf(holder[key] ?? null, found);
  }
  return found;
}

interface Harm {
  where: number;
  kind: 'replace' | 'remove' | 'add' | 'wrap';
  value: Json;
  name: string;
}
const harm: fc.Arbitrary<Harm> = fc.record({
  where: fc.nat(1000),
  kind: fc.constantFrom(
    'replace' as const,
    'replace' as const,
    'replace' as const,
    'remove' as const,
    'add' as const,
    'wrap' as const,
  ),
  value: fc.constantFrom(...nasty),
  name: fc.constantFrom(...badKeys),
});

function spoil(input: Json, harms: readonly Harm[]): Json {
  const root: { [key: string]: Json } = { input: structuredClone(input) };
  for (const { where, kind, value, name } of harms) {
    // The first hole is the whole input: left alone, since bodies that are no object are sent as raw texts.
    const holes = holesOf(root).slice(1);
    const hole = holes[where % Math.max(1, holes.length)];
    if (!hole) continue;
    const holder = hole.holder as { [key: string]: Json }; // see holesOf
    if (kind === 'replace') holder[hole.key] = structuredClone(value);
    else if (kind === 'wrap') holder[hole.key] = [holder[hole.key] ?? null];
    else if (kind === 'remove') delete holder[hole.key];
    else if (Array.isArray(hole.holder)) hole.holder.push(structuredClone(value));
    else {
      // A copy each time: a later harm inside it would otherwise reach every other use of this value.
      const own = structuredClone(value);
      Object.defineProperty(holder, name, { value: own, enumerable: true, configurable: true, writable: true });
    }
  }
  return root.input ?? null;
}

function queryText(input: Json): string {
  const entries = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  const text = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));
  return entries.map(([key, value]) => `${encode(key)}=${encode(text(value))}`).join('&');
}
/** Half a surrogate pair cannot be written in a query string: it travels as the bytes of a lone half, which are no UTF-8. */
function encode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

/** Bad calls of an operation, made from input that would fit, so that they reach as deep as anything can. */
export function badCalls(operation: Operation, ids: readonly string[]): fc.Arbitrary<BadCall> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema; // JSON Schema by its making
  const spoilt = fc
    .tuple(fitting(schema, ids, ''), fc.array(harm, { minLength: 1, maxLength: 3 }))
    .map(([input, harms]) => spoil(input, harms));
  const json = 'application/json';
  if (operation.kind === 'query')
    return fc.oneof(
      { weight: 9, arbitrary: spoilt.map((input) => ({ text: queryText(input), contentType: json })) },
      { weight: 1, arbitrary: fc.constantFrom(...rawQueries).map((text) => ({ text, contentType: json })) },
    );
  return fc.oneof(
    { weight: 14, arbitrary: spoilt.map((input) => ({ text: JSON.stringify(input), contentType: json })) },
    { weight: 2, arbitrary: fc.constantFrom(...rawTexts).map((text) => ({ text, contentType: json })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(spoilt, fc.constantFrom(...wrongTypes))
        .map(([input, contentType]) => ({ text: JSON.stringify(input), contentType })),
    },
  );
}
