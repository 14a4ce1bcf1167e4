import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** The part of JSON Schema that the contract's inputs use. */
export interface Schema {
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

/** Values that fit a field by its schema; ids of things that exist are mixed in so that calls get past the first checks. */
export function fitting(schema: Schema, ids: readonly string[], key: string): fc.Arbitrary<Json> {
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
    case 'integer': {
      const min = Math.max(schema.minimum ?? 0, -1000);
      return fc.integer({ min, max: Math.min(schema.maximum ?? 1000, Math.max(1000, min + 1000)) });
    }
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
  if (key === 'publicKey') return fc.constant('A'.repeat(43));
  if (key === 'baseUrl')
    return fc.constantFrom(
      'https://south.example.cn',
      'http://10.0.0.1',
      'https://a:b@c.cn',
      'ftp://x.cn',
      'http://[::1]',
    );
  if (key === 'siteCode') return fc.constantFrom('south-town', 'street');
  if (schema.pattern?.includes('[0-9a-f]{64}')) return fc.constant('a'.repeat(64));
  if (schema.pattern?.startsWith('^1[0-9]')) return fc.constant('13800000001');
  if (schema.pattern?.includes('{6}')) return fc.constant('123456');
  if (key === 'code' && schema.pattern?.includes('a-z0-9-')) return fc.constantFrom('06010', 'nothing');
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
