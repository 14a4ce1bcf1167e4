import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registerFields } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { lookupContexts, sealedColumns, sealedContexts } from './sealed-columns.ts';

/** Tables of db/schema.sql and their columns of bytes. */
async function bytesColumns(): Promise<{ table: string; column: string }[]> {
  const found: { table: string; column: string }[] = [];
  let table = '';
  for (const line of (await readFile('db/schema.sql', 'utf8')).split('\n')) {
    table = /^table (\S+) \(/.exec(line)?.[1] ?? table;
    const column = /^ {2}(\S+) bytea\b/.exec(line)?.[1];
    if (column !== undefined) found.push({ table, column });
  }
  return found;
}

describe('sealed columns', () => {
  it('name every column of sealed bytes in the schema, with its primary key', async () => {
    const schema = await readFile('db/schema.sql', 'utf8');
    // A data key is sealed with the master key itself: `changeMasterKey` has it.
    const sealed = (await bytesColumns()).filter(
      ({ table, column }) => /(_encrypted|sealed)$/.test(column) && table !== 'data_key',
    );
    expect(sealed.length).toBeGreaterThan(4);
    const inBytes = sealedColumns.filter(({ jsonName }) => jsonName === undefined);
    const listed = new Set(inBytes.map(({ table, column }) => `${table}.${column}`));
    expect(listed).toEqual(new Set(sealed.map(({ table, column }) => `${table}.${column}`)));
    for (const { table, key } of sealedColumns) {
      expect(schema).toContain(`constraint ${table}_pk PRIMARY KEY (${key.map((part) => part.column).join(', ')})`);
    }
  });

  it('or it is a hash, or holds nothing about people', async () => {
    // What was learnt of kinds of cases; the empty form a department sent.
    const open = new Set(['sorting_model.model', 'form_template.bytes']);
    for (const { table, column } of await bytesColumns()) {
      if (!open.has(`${table}.${column}`)) expect(column, `${table}.${column}`).toMatch(/(_encrypted|sealed|hash)$/);
    }
  });

  it('and every context the code seals or hashes with', async () => {
    const root = 'apps/server/src/modules';
    const files = (await readdir(root, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const named = { encrypt: new Set<string>(), lookupHash: new Set<string>() };
    for (const file of files) {
      const text = await readFile(join(root, file), 'utf8');
      for (const [, verb, context] of text.matchAll(/\b(encrypt|lookupHash)\([^\n]*?, '([a-z.-]+)'\)/g)) {
        if (context !== undefined) named[verb === 'encrypt' ? 'encrypt' : 'lookupHash'].add(context);
      }
    }
    expect(named.encrypt.size).toBeGreaterThan(1);
    expect(sealedContexts).toEqual(expect.arrayContaining([...named.encrypt]));
    expect(lookupContexts).toEqual(expect.arrayContaining([...named.lookupHash]));
  });

  it.each(['subject_secret', 'correction'])(
    'and every secret field of the register in %s, each in one context',
    (table) => {
      const secret = new Set(registerFields.filter((field) => field.kind === 'secret').map((field) => field.code));
      expect(secret.size).toBeGreaterThan(2);
      const listed = sealedColumns
        .filter((column) => column.table === table)
        .flatMap((column) => [...(column.where ?? '').matchAll(/'(\w+)'/g)].map(([, field]) => field));
      expect([...listed].sort()).toEqual([...secret].sort());
    },
  );
});
