import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from './clone-database.ts';

describe('cloneDatabase', () => {
  let clones: Awaited<ReturnType<typeof cloneDatabase>>[] = [];
  beforeAll(async () => {
    clones = await Promise.all([cloneDatabase(), cloneDatabase(), cloneDatabase()]);
  });
  afterAll(() => Promise.all(clones.map((clone) => clone.drop())));

  it('gives each caller a database of its own, even at the same moment', async () => {
    const names = await Promise.all(
      clones.map(async ({ connectionString }) => {
        const client = new pg.Client({ connectionString });
        await client.connect();
        try {
          await client.query('create table only_here (id int)');
          const { rows } = await client.query<{ name: string }>('select current_database() as name');
          return rows[0]?.name;
        } finally {
          await client.end();
        }
      }),
    );
    expect(new Set(names).size).toBe(3);
  });

  it('drops a database that is still in use', async () => {
    const clone = await cloneDatabase();
    const client = new pg.Client({ connectionString: clone.connectionString });
    client.on('error', () => {});
    await client.connect();
    await clone.drop();
    await expect(new pg.Client({ connectionString: clone.connectionString }).connect()).rejects.toMatchObject({
      code: '3D000',
    });
    await client.end().catch(() => {});
  });
});
