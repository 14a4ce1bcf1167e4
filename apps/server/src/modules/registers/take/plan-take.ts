import { findRegisterField, isWithin } from '@linli/domain';
import { sql } from 'kysely';
import type { Crypto } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/database.ts';
import { secretHash } from '../store/secrets.ts';
import { isHeldByOwner } from '../subject-fields.ts';
import { lockSubjects, type SubjectRow } from '../subject-row.ts';
import { findHomes, type Homes, homeIdOf, homeKey } from './find-homes.ts';
import { findKnown } from './find-known.ts';
import type { Incoming, TakeCall, TakeNote, TakeOutcome, TakeProblem } from './incoming.ts';

/** What one row will do: `known` null enters somebody new. `facts` and `secrets` are what is left to be said of them. */
export interface Planned {
  row: Incoming;
  known: SubjectRow | null;
  outcome: TakeOutcome;
  facts: Incoming['facts'];
  secrets: Incoming['secrets'];
  /** Known without a dwelling, and the list has one. */
  settles: boolean;
  renames: boolean;
}

export interface Plan {
  planned: Planned[];
  homes: Homes;
  problems: { n: number; code: TakeProblem; field: string }[];
  notes: { n: number; code: TakeNote; field: string }[];
}

interface Holding {
  source: string;
  hash: string | null;
}

/** What a batch of rows, all of one noun, would do. Reads only, but locks who is known. As the system. */
export async function planTake(
  db: Db,
  deps: { crypto: Crypto },
  call: TakeCall,
  rows: readonly Incoming[],
): Promise<Plan> {
  const homes = await findHomes(db, rows);
  const noun = rows[0]?.noun ?? 'person';
  const found = await findKnown[noun](db, call, rows, { ...deps, homes });
  const ids = [...found.values()].flatMap((one) => (typeof one === 'string' ? [] : one.id));
  const subjects = new Map((await lockSubjects(db, ids)).map((row) => [row.id, row]));
  const holdings = await findHoldings(db, ids);
  const plan: Plan = { planned: [], homes, problems: [], notes: [] };
  const seen = new Set<string>();
  const codesElsewhere = await findCodesElsewhere(db, call, rows);
  for (const row of rows) {
    const match = found.get(row.n);
    if (match === 'several' || match === 'unclear') {
      plan.problems.push({ n: row.n, code: match === 'several' ? 'several-fit' : 'person-unclear', field: '' });
      continue;
    }
    const known = subjects.get(match?.id ?? '') ?? null;
    const one = known?.id ?? numberedHousehold(row);
    const isTwice = one !== null && seen.has(one);
    const foreign = known === null && codesElsewhere.has(codeOf(row) ?? '') ? 'known-elsewhere' : null;
    const refusal = isTwice ? 'said-twice' : (foreign ?? (known && refusalOf(call, row, known)));
    if (one !== null) seen.add(one);
    if (refusal) plan.problems.push({ n: row.n, code: refusal, field: '' });
    else if (known) plan.planned.push(planKnown(deps, plan, row, known, holdings));
    else
      plan.planned.push({
        row,
        known: null,
        outcome: 'added',
        facts: row.facts,
        secrets: row.secrets,
        settles: false,
        renames: false,
      });
  }
  return plan;
}

/** A household nobody knows yet, as its number names it: two rows of one batch may. */
function numberedHousehold(row: Incoming): string | null {
  const { number } = row.household;
  return row.noun === 'household' && number !== null ? `${row.homeId ?? homeKey(row)} ${number}` : null;
}

function codeOf(row: Incoming): string | null {
  const code = row.noun === 'asset' ? row.facts.find(({ field }) => field === 'code')?.value : undefined;
  return typeof code === 'string' ? code : null;
}

/** Codes of components that things of other sites have: one number is one thing (GB/T 47678.5). */
async function findCodesElsewhere(db: Db, call: TakeCall, rows: readonly Incoming[]): Promise<ReadonlySet<string>> {
  const codes = rows.flatMap((row) => codeOf(row) ?? []);
  if (codes.length === 0) return new Set();
  const { rows: found } = await sql<{ code: string }>`select fields ->> 'code' as code from subject
    where site_id in (select id from area where parent_id is null and id <> ${call.siteId}) and noun = 'asset' and state <> 'merged'
      and fields ->> 'code' = any(${codes}::text[])`.execute(db);
  return new Set(found.map(({ code }) => code));
}

function refusalOf(call: TakeCall, row: Incoming, known: SubjectRow): TakeProblem | null {
  if (!isWithin(known.path, call.areaPath)) return 'known-elsewhere';
  if (known.state !== 'active') return 'known-gone';
  return known.noun === 'person' && plainName(known.name) !== plainName(row.name) ? 'name-differs' : null;
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•‧・.]/gu, '')
    .toLowerCase();
}

function planKnown(
  { crypto }: { crypto: Crypto },
  plan: Plan,
  row: Incoming,
  known: SubjectRow,
  holdings: ReadonlyMap<string, Holding>,
): Planned {
  const held = (code: string) => {
    const field = findRegisterField(row.noun, code);
    return field !== undefined && isHeldByOwner(field, holdings.get(`${known.id}.${code}`)?.source ?? null);
  };
  const facts = row.facts.filter((fact) => {
    if (fact.derived && known.fields[fact.field] !== undefined) return false;
    if (known.fields[fact.field] === fact.value || !held(fact.field)) return true;
    plan.notes.push({ n: row.n, code: 'field-held', field: fact.field });
    return false;
  });
  const secrets = row.secrets.filter((secret) => {
    const hash = holdings.get(`${known.id}.${secret.field}`)?.hash ?? null;
    if (hash === secretHash(crypto, secret.field, secret.lookupValue).toString('hex')) return false;
    if (!held(secret.field)) return true;
    plan.notes.push({ n: row.n, code: 'field-held', field: secret.field });
    return false;
  });
  const homeId = homeIdOf(row, plan.homes);
  const says = row.homeId !== null || row.room !== null;
  const settles = row.noun === 'person' && says && known.homeId === null;
  if (row.noun === 'person' && says && known.homeId !== null && known.homeId !== homeId)
    plan.notes.push({ n: row.n, code: 'lives-elsewhere', field: '' });
  const renames = (row.noun === 'entity' || row.noun === 'asset') && known.name !== row.name;
  const changes =
    settles || renames || secrets.length > 0 || facts.some((fact) => known.fields[fact.field] !== fact.value);
  return { row, known, outcome: changes ? 'changed' : 'same', facts, secrets, settles, renames };
}

/** Who said what of the known, where another body did, and the hashes of their sealed values. */
async function findHoldings(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Holding>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<
    Holding & { key: string }
  >`select subject_id || '.' || field as key, source, null as hash from fact
      where subject_id = any(${[...ids]}::uuid[]) and superseded_at is null and source like 'department:%'
    union all select subject_id || '.' || field, source, encode(hash, 'hex') from subject_secret
      where subject_id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map(({ key, ...holding }) => [key, holding]));
}
