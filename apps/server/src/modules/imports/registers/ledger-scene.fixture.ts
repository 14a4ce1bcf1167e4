import type { RegisterMapping } from '@linli/contract';
import { sql } from 'kysely';
import { newId } from '../../../platform/ids.ts';
import { type ImportDesk, importDesk } from '../../../test/import-desk.fixture.ts';
import type { AreaKey } from '../../../test/small-street.ts';
import { type Caller, createTestApp, type TestApp } from '../../../test/test-app.ts';

/** Addresses of the two buildings in the east; 外面路1号 stands in the west. */
export const ledgerAddresses = ['示范路100弄1号', '示范路100弄2号'];

type Seen = Awaited<ReturnType<ImportDesk['check']>>;
type Brought = Omit<Seen, 'mapping'> & { id: string; mapping: RegisterMapping; dry: Seen };

/** A street with buildings, and the secretary of the east with lists to bring. */
export interface LedgerScene {
  test: TestApp;
  secretary: Caller;
  desk: ImportDesk;
  count(noun: string): Promise<number>;
  /** Uploads, takes the mapping proposed (changed where said) and runs it as far as asked. */
  bring(table: string, of?: string, change?: Partial<RegisterMapping>, until?: 'checked' | 'done'): Promise<Brought>;
}

export async function createLedgerScene(): Promise<LedgerScene> {
  const test = await createTestApp();
  const secretary = await test.staff('committee-secretary', 'east');
  const desk = await importDesk(test, secretary);
  for (const [i, address] of ledgerAddresses.entries())
    await buildAt(test, 'east1', { address, name: `示范小区${i + 1}号楼` });
  await buildAt(test, 'west1', { address: '外面路1号', name: '外面楼' });
  return {
    test,
    secretary,
    desk,
    async count(noun) {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{ n: number }>`select count(*)::int as n from subject where noun = ${noun}`.execute(db),
      );
      return rows[0]?.n ?? 0;
    },
    async bring(table, of = 'person', change = {}, until = 'done') {
      const { run, status } = await desk.upload(table, 'ledger.csv', of);
      if (status !== 200) throw new Error(`the upload answered ${status}`);
      const mapping = { ...(await desk.proposeRegister(run.id)), ...change };
      const dry = await desk.check(run.id, mapping);
      const last = until === 'done' ? await desk.apply(run.id) : dry;
      return { ...last, id: run.id, mapping, dry };
    },
  };
}

async function buildAt(test: TestApp, area: AreaKey, building: { address: string; name: string }): Promise<void> {
  const { id, path, point } = test.street.area[area];
  await test.app.database.asSystem((db) =>
    sql`insert into building (id, site_id, area_id, path, name, address, kind, floors, lng, lat)
      values (${newId()}, ${test.street.siteId}, ${id}, ${path}::ltree, ${building.name}, ${building.address}, 'residential', 6, ${point.lng}, ${point.lat})`.execute(
      db,
    ),
  );
}
