import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { componentKey, findCodeHolders } from '../entry/component-taken.ts';
import { lockKey } from '../entry/entry-locks.ts';
import type { Doing } from '../store/journal.ts';
import { setSubjectStates } from '../store/subjects.ts';
import type { SubjectRow } from '../subject-row.ts';
import { moveAccounts, putAccountsBack } from './move-accounts.ts';
import { moveInside, putInsideBack } from './move-inside.ts';
import { moveLinks, putLinksBack } from './move-links.ts';
import { moveRestrictions, putRestrictionsBack } from './move-restrictions.ts';
import { moveRows, putRowsBack } from './move-rows.ts';
import type { Moved } from './moved.ts';

type Pair = { keep: SubjectRow; gone: SubjectRow; doing: Doing };

/**
 * Restrictions, links, sealed fields, accounts, looks, agreements, requests, corrections, tags and whoever lives in it go from one subject to
 * the other. Tags set by hand follow by the journal. As the system, both locked.
 */
export async function moveHoldings(db: Db, crypto: Crypto, pair: Pair): Promise<Moved> {
  const { keep, gone, doing } = pair;
  const { now } = doing;
  const restrictions = await moveRestrictions(db, crypto, pair);
  const links = await moveLinks(db, pair, now);
  // Of a field restricted on either side nothing is left to go over.
  const { rows: secrets } = await sql<{
    field: string;
  }>`update subject_secret set subject_id = ${keep.id} where subject_id = ${gone.id}
    and field not in (select field from subject_secret where subject_id = ${keep.id}) returning field`.execute(db);
  const accounts = await moveAccounts(db, pair, now);
  const inside = await moveInside(db, { from: gone, to: keep, doing });
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
    ...accounts,
    ...restrictions,
    inHousehold: gone.noun === 'household' ? inside : [],
    inHome: gone.noun === 'home' ? inside : [],
    rows: await moveRows(db, pair),
    tags,
    // What was sealed comes back as the kept one's own.
    keptFields: [...kept.map(({ field }) => field), ...restrictions.sealedOnKept],
  };
}

/**
 * The way back. What was changed on the kept one since then stays with it. Answers the links that did not come into force again. As the
 * system, both locked.
 */
export async function putHoldingsBack(
  db: Db,
  crypto: Crypto,
  call: Pair & { moved: Moved; at: Date },
): Promise<string[]> {
  const { keep, gone, moved, doing } = call;
  const { now } = doing;
  // First the values, then back in force: the code of a component is one thing's.
  await takeBackFacts(db, keep, gone, moved.keptFields, now);
  await mustKeepCode(db, gone);
  await setSubjectStates(db, [{ id: gone.id, state: moved.goneState, until: moved.goneUntil }], now);
  await putRestrictionsBack(db, crypto, call);
  const skipped = await putLinksBack(db, call, moved.links, now);
  await sql`update subject_secret set subject_id = ${gone.id} where subject_id = ${keep.id} and field = any(${moved.secrets})
    and not exists (select from subject_secret other where other.subject_id = ${gone.id} and other.field = subject_secret.field)`.execute(
    db,
  );
  await putAccountsBack(db, call, moved, now);
  await putInsideBack(db, { keep, gone, ids: [...moved.inHousehold, ...moved.inHome], doing });
  if (moved.rows) await putRowsBack(db, call, moved.rows);
  await sql`update subject set tags = array(select t from unnest(tags) t where t <> all(${moved.tags}::integer[]) order by t) where id = ${keep.id}`.execute(
    db,
  );
  return skipped;
}

/** The code of a component that was merged away is free: who got it meanwhile has it. */
async function mustKeepCode(db: Db, gone: SubjectRow): Promise<void> {
  const { code } = gone.fields;
  if (gone.noun !== 'asset' || typeof code !== 'string') return;
  await lockKey(db, componentKey(code));
  if ((await findCodeHolders(db, code)).length > 0) refuse('changed-meanwhile');
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
