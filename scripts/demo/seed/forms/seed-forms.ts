import { sql } from 'kysely';
import type { Clock } from '../../../../apps/server/src/platform/clock.ts';
import type { Database, Db } from '../../../../apps/server/src/platform/db/database.ts';
import type { Log } from '../../../../apps/server/src/platform/log.ts';
import { createRandom } from '../../street/random.ts';
import { readSeedState } from '../seed-state.ts';
import { fileForms } from './file-forms.ts';
import { type Keeper, moveReturns } from './move-returns.ts';
import { storeFormStory } from './story-rows.ts';

export interface SeedFormsDeps {
  database: Database;
  clock: Clock;
  log: Pick<Log, 'info'>;
}

/**
 * Forms of the demonstration street: ledgers filed and filled, returns at every state, asks beside them, needs for data, weeks of burden.
 * In one transaction with its mark: a killed run leaves nothing, a second one adds nothing. The registers must be there.
 */
export async function seedForms({ database, clock, log }: SeedFormsDeps): Promise<void> {
  const began = performance.now();
  const forms = await database.asSystem(async (db) => {
    const { seed, done } = await readSeedState(db);
    const { rows: mine } = await sql`insert into setting (key, value, changed_at)
      select 'demo.forms', ${JSON.stringify({ seed })}::jsonb, ${clock.now()}
      where exists (select from setting where key like 'demo.registers.%') on conflict (key) do nothing returning key`.execute(
      db,
    );
    if (mine.length === 0 || seed === null || !done.has('structure')) return 0;
    return tellForms(db, seed, clock.now());
  });
  if (forms > 0)
    log.info({ forms, ms: Math.round(performance.now() - began) }, 'demonstration: forms filed and filled');
}

async function tellForms(db: Db, seed: number, now: Date): Promise<number> {
  const { rows: sites } = await sql<{ id: string }>`select id from area where parent_id is null`.execute(db);
  const siteId = sites[0]?.id;
  const { secretaries, chief, shownAreaId } = await findKeepers(db);
  if (!siteId || !chief) return 0;
  const { rows } = await sql<{ key: string; id: string }>`select key, id from unit where site_id = ${siteId}`.execute(
    db,
  );
  const units = new Map(rows.map((row) => [row.key, row.id]));
  const forms = await fileForms(db, { siteId, now, units });
  const place = { siteId, now, random: createRandom(seed + 500), secretaries, chief, shownAreaId };
  await moveReturns(db, place);
  await storeFormStory(db, { ...place, units });
  return forms;
}

type Held = { areaId: string; areaName: string; role: string; accountId: string; name: string; demoKey: string | null };

/** Who gives and who approves, from the posts of today. */
async function findKeepers(
  db: Db,
): Promise<{ secretaries: Map<string, Keeper>; chief: Keeper | null; shownAreaId: string | null }> {
  const { rows } =
    await sql<Held>`select p.area_id as "areaId", a.name as "areaName", p.role, c.id as "accountId", c.name, c.demo_key as "demoKey"
    from post p join holding h on h.post_id = p.id and h.valid_to is null and not h.deputy join account c on c.id = h.account_id
    join area a on a.id = p.area_id where p.role in ('committee-secretary', 'duty-chief') order by c.demo_key nulls last, p.id`.execute(
      db,
    );
  const chief = rows.find(({ role }) => role === 'duty-chief');
  const secretaries = new Map(
    rows
      .filter(({ role }) => role === 'committee-secretary')
      .toReversed()
      .map(({ areaId, areaName, accountId, name }) => [areaId, { accountId, words: `${areaName}书记 ${name}` }]),
  );
  return {
    secretaries,
    chief: chief ? { accountId: chief.accountId, words: `值班长 ${chief.name}` } : null,
    shownAreaId: rows.find(({ demoKey }) => demoKey === '05-committee-secretary')?.areaId ?? null,
  };
}
