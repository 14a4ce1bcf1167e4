import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { setSubjectStates } from '../store/subjects.ts';
import type { SubjectRow } from '../subject-row.ts';

/** What hung on the one that went, by id: enough to hang it back. */
export interface Moved {
  goneState: SubjectRow['state'];
  goneUntil: string | null;
  links: { id: string; side: 'from' | 'to'; ended: boolean }[];
  /** Sealed fields that came over, and accounts, people in the household or home, tags. */
  secrets: string[];
  accounts: string[];
  inHousehold: string[];
  inHome: string[];
  tags: number[];
  /** Facts the kept one had before: those that came over are taken back by their absence here. */
  keptFields: string[];
}

/** Links, sealed fields, accounts, tags and whoever lives in it go from one subject to the other. As the system. */
export async function moveHoldings(db: Db, keep: SubjectRow, gone: SubjectRow, now: Date): Promise<Moved> {
  const links: Moved['links'] = [];
  for (const side of ['from', 'to'] as const) {
    const [mine, theirs] =
      side === 'from' ? [sql.ref('from_id'), sql.ref('to_id')] : [sql.ref('to_id'), sql.ref('from_id')];
    // The same link on both would stand twice, and one between the two would be with itself: those end instead.
    const { rows: ended } = await sql<{
      id: string;
    }>`update subject_link l set valid_to = greatest(valid_from, ${now}::date)
      where ${mine} = ${gone.id} and valid_to is null and (${theirs} = ${keep.id}
        or exists (select from subject_link k where k.kind = l.kind and k.valid_to is null
          and k.from_id = ${side === 'from' ? sql`${keep.id}::uuid` : sql`l.from_id`} and k.to_id = ${side === 'from' ? sql`l.to_id` : sql`${keep.id}::uuid`}))
      returning id`.execute(db);
    const { rows: moved } = await sql<{
      id: string;
    }>`update subject_link set ${mine} = ${keep.id} where ${mine} = ${gone.id} and valid_to is null returning id`.execute(
      db,
    );
    links.push(
      ...ended.map(({ id }) => ({ id, side, ended: true })),
      ...moved.map(({ id }) => ({ id, side, ended: false })),
    );
  }
  const { rows: secrets } = await sql<{
    field: string;
  }>`update subject_secret set subject_id = ${keep.id} where subject_id = ${gone.id}
    and field not in (select field from subject_secret where subject_id = ${keep.id}) returning field`.execute(db);
  const { rows: accounts } = await sql<{
    id: string;
  }>`update subject_account set subject_id = ${keep.id} where subject_id = ${gone.id}
    and account_id not in (select account_id from subject_account where subject_id = ${keep.id}) returning account_id as id`.execute(
    db,
  );
  const inside = async (column: 'household_id' | 'home_id') => {
    const { rows } = await sql<{
      id: string;
    }>`update subject set ${sql.ref(column)} = ${keep.id}, revision = revision + 1, changed_at = ${now}
      where ${sql.ref(column)} = ${gone.id} returning id`.execute(db);
    return rows.map(({ id }) => id);
  };
  const inHousehold = gone.noun === 'household' ? await inside('household_id') : [];
  const inHome = gone.noun === 'home' ? await inside('home_id') : [];
  const tags = gone.tags.filter((tag) => !keep.tags.includes(tag));
  await sql`update subject set tags = array(select distinct t from unnest(tags || ${tags}::integer[]) t order by t) where id = ${keep.id}`.execute(
    db,
  );
  const { rows: kept } = await sql<{
    field: string;
  }>`select field from fact where subject_id = ${keep.id} and superseded_at is null`.execute(db);
  return {
    goneState: gone.state,
    goneUntil: gone.until,
    links,
    secrets: secrets.map(({ field }) => field),
    accounts: accounts.map(({ id }) => id),
    inHousehold,
    inHome,
    tags,
    keptFields: kept.map(({ field }) => field),
  };
}

/** The way back. What was changed on the kept one since then stays with it. As the system. */
export async function putHoldingsBack(
  db: Db,
  keep: SubjectRow,
  gone: SubjectRow,
  moved: Moved,
  now: Date,
): Promise<void> {
  for (const side of ['from', 'to'] as const) {
    const mine = sql.ref(side === 'from' ? 'from_id' : 'to_id');
    const ids = (ended: boolean) =>
      moved.links.filter((link) => link.side === side && link.ended === ended).map(({ id }) => id);
    await sql`update subject_link set ${mine} = ${gone.id} where id = any(${ids(false)}::uuid[])`.execute(db);
    await sql`update subject_link set valid_to = null where id = any(${ids(true)}::uuid[])`.execute(db);
  }
  await sql`update subject_secret set subject_id = ${gone.id} where subject_id = ${keep.id} and field = any(${moved.secrets})
    and not exists (select from subject_secret other where other.subject_id = ${gone.id} and other.field = subject_secret.field)`.execute(
    db,
  );
  await sql`update subject_account set subject_id = ${gone.id} where subject_id = ${keep.id} and account_id = any(${moved.accounts}::uuid[])`.execute(
    db,
  );
  await sql`update subject set household_id = ${gone.id}, changed_at = ${now} where id = any(${moved.inHousehold}::uuid[]) and household_id = ${keep.id}`.execute(
    db,
  );
  await sql`update subject set home_id = ${gone.id}, changed_at = ${now} where id = any(${moved.inHome}::uuid[]) and home_id = ${keep.id}`.execute(
    db,
  );
  await sql`update subject set tags = array(select t from unnest(tags) t where t <> all(${moved.tags}::integer[]) order by t) where id = ${keep.id}`.execute(
    db,
  );
  await takeBackFacts(db, keep, gone, moved.keptFields, now);
  await setSubjectStates(db, [{ id: gone.id, state: moved.goneState, until: moved.goneUntil }], now);
}

/** Values that came over and still are what the other one has are no longer the kept one's. */
async function takeBackFacts(
  db: Db,
  keep: SubjectRow,
  gone: SubjectRow,
  keptFields: readonly string[],
  now: Date,
): Promise<void> {
  await sql`with back as (
      update fact set superseded_at = ${now} from fact theirs
      where fact.subject_id = ${keep.id} and fact.superseded_at is null and fact.field <> all(${[...keptFields]})
        and theirs.subject_id = ${gone.id} and theirs.superseded_at is null and theirs.field = fact.field and theirs.value = fact.value
      returning fact.field)
    update subject set fields = fields - array(select field from back),
      born = case when 'born' in (select field from back) then null else born end, revision = revision + 1, changed_at = ${now}
    where id = ${keep.id}`.execute(db);
}
