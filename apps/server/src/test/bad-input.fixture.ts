import type { Operation } from '@linli/contract';
import fc from 'fast-check';
import { z } from 'zod';

/** What is sent: the raw text of a body (commands) or of a query string (queries), and the content type it claims. */
export interface BadCall {
  text: string;
  contentType: string;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Schema {
  type?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  const?: Json;
  enum?: Json[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: Schema | boolean;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  $ref?: string;
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

/** Values that fit a field by its schema; ids of things that exist are mixed in so that calls get past the first checks. */
function fitting(schema: Schema, ids: readonly string[], key: string): fc.Arbitrary<Json> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, ids, key)));
  if (schema.allOf?.[0]) return fitting(schema.allOf[0], ids, key);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return fittingObject(schema, ids);
    case 'array': {
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((item) => fitting(item, ids, key)));
      const items = typeof schema.items === 'object' ? schema.items : {};
      return fc.array(fitting(items, ids, key), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(3, schema.minItems ?? 0),
      });
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: Math.min(schema.maximum ?? 1000, 1000) });
    case 'number':
      return key === 'lng' || key === 'lat'
        ? fc.constantFrom(...(key === 'lng' ? [121.5004, 0, 180] : [31.2304, 90, -90]))
        : fc.double({
            min: Math.max(schema.minimum ?? -1000, -1000),
            max: Math.min(schema.maximum ?? 1000, 1000),
            noNaN: true,
          });
    case 'string':
      return fittingText(schema, ids, key);
    default:
      return fc.constantFrom<Json>('x', 1, null);
  }
}

function fittingObject(schema: Schema, ids: readonly string[]): fc.Arbitrary<Json> {
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required ?? []);
  const fields = Object.fromEntries(properties.map(([key, field]) => [key, fitting(field, ids, key)]));
  return fc.record(fields, { requiredKeys: [...required] });
}

function fittingText(schema: Schema, ids: readonly string[], key: string): fc.Arbitrary<string> {
  if (key === 'requestId') return fc.uuid({ version: 4 });
  if (schema.format === 'uuid') return fc.constantFrom(...ids);
  if (schema.format === 'date') return fc.constantFrom('2026-03-16', '2027-01-01', '2020-01-01');
  if (schema.format === 'date-time') return fc.constantFrom('2026-03-17T02:00:00Z', '2020-01-01T00:00:00Z');
  if (schema.pattern?.includes('[0-9a-f]{64}')) return fc.constant('a'.repeat(64));
  if (schema.pattern?.startsWith('^1[0-9]')) return fc.constant('13800000001');
  if (schema.pattern?.includes('{6}')) return fc.constant('123456');
  if (schema.pattern) return fc.constant('someone');
  if (key === 'typeCode') return fc.constantFrom('06010', 'nothing');
  if (key === 'pack') return fc.constantFrom('closed-loop', 'nothing');
  if (key === 'csv')
    return fc.constantFrom('code,name,level\nx,Y,1', 'a,b\n"', 'code,name,level,parent_code\n1,\u0000,2,street');
  if (key === 'yaml') return fc.constantFrom('pack: x', '{', '- 1', 'a: &a [*a]', 'pack: [\n', '? {}\n: x');
  if (key === 'geojson')
    return fc.constantFrom(
      '{"type":"FeatureCollection","features":[]}',
      '{',
      '[]',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":null}]}',
    );
  return fc.constantFrom('门口有垃圾没人收', 'some words');
}

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
    else if (Array.isArray(hole.holder)) hole.holder.push(value);
    else Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
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
