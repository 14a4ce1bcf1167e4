import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../test/clone-database.ts';
import { jsonbArray } from './jsonb-array.ts';

let client: pg.Client;
let drop: () => Promise<void>;
beforeAll(async () => {
  const clone = await cloneDatabase('template0');
  drop = clone.drop;
  client = new pg.Client({ connectionString: clone.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await drop();
});

describe('texts as one parameter of type jsonb', () => {
  it('arrive as the array of their values, whatever letters they have', async () => {
    const value = fc.jsonValue({ stringUnit: 'binary' }).filter((v) => !JSON.stringify(v).includes('\\u0000'));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 4 }), async (values) => {
        const bytes = jsonbArray(values.map((each) => Buffer.from(JSON.stringify(each))));
        const { rows } = await client.query('select $1::jsonb = $2::jsonb as same', [bytes, JSON.stringify(values)]);
        expect(rows[0].same).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
