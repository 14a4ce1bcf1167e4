import { cellMark, type FormDefinition, isAboutPeople } from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FiledLedger, fileLedgers } from '../../apps/server/src/modules/forms/index.ts';
import { seedRegisters } from '../../scripts/demo/seed/registers/seed-registers.ts';
import { markSeedStep } from '../../scripts/demo/seed/seed-state.ts';
import { afternoon, openSeedBench, type SeedBench } from '../../scripts/demo/seed/seeded.fixture.ts';
import { storeStructure } from '../../scripts/demo/seed/store-structure.ts';
import { buildStreet } from '../../scripts/demo/street/build-street.ts';

/** The demonstration street with its registers, and the ledgers of the pack filed over it. */
let bench: SeedBench;
let filed: FiledLedger[];
const seed = 310115005;

beforeAll(async () => {
  bench = await openSeedBench();
  const { database, deps } = bench;
  await database.asSystem(async (db) => {
    await storeStructure(db, buildStreet(seed, { density: 1 }), { crypto: deps.crypto, now: afternoon });
    await markSeedStep(db, 'structure', seed, afternoon);
  });
  await seedRegisters({ ...deps, size: 'street' });
  filed = await database.asSystem(async (db) => {
    const site = await db.selectFrom('area').select('id').where('level', '=', 1).executeTakeFirstOrThrow();
    return fileLedgers(db, { siteId: site.id, now: afternoon });
  });
}, 180_000);
afterAll(() => bench.close());

interface Filled {
  name: string;
  rows: number;
  cells: number;
  filled: number;
  missing: number;
}
async function filledLedgers(): Promise<Filled[]> {
  const { rows } = await bench.database.asSystem((db) =>
    sql<Filled>`select f.name, sum(row_count)::int as rows, sum(cell_count)::int as cells, sum(filled_count)::int as filled,
      sum(missing_count)::int as missing from form_return r join form f on f.id = r.form_id group by f.name order by f.name`.execute(
      db,
    ),
  );
  return rows;
}

describe('the commonest ledgers over the demonstration street', () => {
  it('are all filed: of people one return for each residential area, of other things for business areas too', async () => {
    expect(filed.length).toBeGreaterThanOrEqual(20);
    const { rows: areas } = await bench.database.asSystem((db) =>
      sql<{ kind: string }>`select kind from area where level = 3`.execute(db),
    );
    const homes = areas.filter(({ kind }) => kind === 'residential-area').length;
    const { rows } = await bench.database.asSystem((db) =>
      sql<{ id: string; definition: FormDefinition }>`select form_id as id, definition from form_version`.execute(db),
    );
    const definitions = new Map(rows.map(({ id, definition }) => [id, definition]));
    const owed = filed.map(({ formId }) => {
      const definition = definitions.get(formId);
      return definition && isAboutPeople(definition) ? homes : areas.length;
    });
    expect(homes).toBeLessThan(areas.length);
    expect(new Set(owed)).toEqual(new Set([homes, areas.length]));
    expect(filed.map(({ returns }) => returns)).toEqual(owed);
  });

  it('have people in them and 85 of 100 cells filled, each of them', async () => {
    const ledgers = await filledLedgers();
    const share = (ledger: Filled) => Math.round((ledger.filled / ledger.cells) * 1000) / 10;
    expect(ledgers.filter((ledger) => ledger.rows === 0).map(({ name }) => name)).toEqual([]);
    expect(ledgers.filter((ledger) => share(ledger) < 85).map((ledger) => [ledger.name, share(ledger)])).toEqual([]);
    // The gaps are real: something is left to ask.
    expect(ledgers.reduce((sum, ledger) => sum + ledger.missing, 0)).toBeGreaterThan(100);
  });

  it('ask each missing thing once, however many ledgers lack it', async () => {
    const { rows } = await bench.database.asSystem((db) =>
      sql<{
        questions: number;
        cells: number;
        doubles: number;
      }>`select (select count(*)::int from form_question where state = 'open') as questions,
        (select sum(length(translate(marks, 'fsxcaonug', '')))::int from form_row) as cells,
        (select count(*)::int from (select from form_question group by subject_id, field having count(*) > 1) d) as doubles`.execute(
        db,
      ),
    );
    const [counts] = rows;
    expect(counts?.doubles).toBe(0);
    expect(counts?.questions ?? 0).toBeGreaterThan(0);
    expect(counts?.questions ?? 0).toBeLessThan(counts?.cells ?? 0);
  });

  it('show the fact behind every cell of a field, with the value the fact has', async () => {
    const { rows } = await bench.database.asSystem((db) =>
      sql<{
        marks: string;
        cells: unknown[];
        facts: (string | null)[];
        values: Record<string, unknown>;
      }>`select w.marks, w.cells,
          array(select f::text from unnest(w.facts) with ordinality as x(f, n) order by n) as facts,
          (select jsonb_object_agg(fact.id, fact.value) from fact where fact.id = any(w.facts)) as values
        from form_row w where w.marks ~ '[fs]' order by w.row_key, w.return_id limit 3000`.execute(db),
    );
    expect(rows.length).toBe(3000);
    for (const { marks, cells, facts, values } of rows) {
      for (const [at, cell] of cells.entries()) {
        const mark = cellMark(marks, at);
        if (mark !== 'filled' && mark !== 'stale') continue;
        const id = facts[at] ?? '';
        expect([id, values[id]]).toEqual([id, cell]);
      }
    }
  });

  it('keep no identity number and no telephone', async () => {
    const credit = await bench.database.asSystem((db) =>
      sql<{ n: number }>`select count(*)::int as n from form_row w join subject s on s.id = w.row_key
        where s.noun <> 'entity' and (w.cells::text ~ '[0-9]{17}[0-9X]' or w.cells::text ~ '(^|[^0-9])1[3-9][0-9]{9}([^0-9]|$)')`.execute(
        db,
      ),
    );
    // Credit codes of firms are public and may look like one.
    expect(credit.rows[0]?.n).toBe(0);
  });
});
