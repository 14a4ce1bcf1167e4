import { setImmediate as turn } from 'node:timers/promises';
import { isRegisterMapping, type RegisterMapping } from '@linli/contract';
import { dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { type Incoming, secretHash, takeSubjects } from '../../registers/index.ts';
import { loadAddressNames } from '../addresses/address-names.ts';
import { compileColumns } from '../compile-mapping.ts';
import type { ImportDeps } from '../deps.ts';
import { firstLines } from '../first-lines.ts';
import type { BadRow, OpenRow } from '../prepare-rows.ts';
import type { RowProblem } from '../problem-words.ts';
import type { RunStep, RunSteps } from '../run-steps.ts';
import { emptyTally } from '../step-context.ts';
import type { RunRow } from '../store.ts';
import { type ReadRegisterRow, readRegisterRow } from './read-register-row.ts';
import type { KnownHome, RegisterContext } from './register-context.ts';

/** Rows read before others get the thread: a few milliseconds. */
const rowsPerTurn = 25;

/** Rows of a list that become entries of a register or bring known ones up to date. */
export const registerSteps: RunSteps = {
  rowsPerStep: { checking: 2500, running: 2500 },
  check: (...given) => step('try', ...given),
  apply: (...given) => step('write', ...given),
};

async function step(mode: 'try' | 'write', ...[db, deps, run, rows, now]: Parameters<RunStep>): ReturnType<RunStep> {
  const context = await loadContext(db, deps, run, rows, now);
  const bad = new Map<number, BadRow>();
  const name = (row: OpenRow, problems: readonly RowProblem[]) => {
    if (problems.length > 0) bad.set(row.n, { row, problems: [...(bad.get(row.n)?.problems ?? []), ...problems] });
  };
  const good: (ReadRegisterRow & { row: OpenRow; key: string })[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % rowsPerTurn === 0) await turn();
    const read = readRegisterRow(row, context);
    if ('problems' in read) name(row, read.problems);
    else good.push({ ...read, row, key: keyOf(deps, read.incoming) });
  }
  const lines = await firstLines(
    db,
    run.id,
    good.map(({ key, row }) => ({ number: key, line: row.line })),
  );
  const once = good.filter(({ row, key, notes }) => {
    const firstLine = lines.get(key) ?? row.line;
    name(row, firstLine === row.line ? notes : [{ heading: '', code: 'row-repeated', params: { firstLine } }]);
    return firstLine === row.line;
  });
  const call = { siteId: run.site_id, areaPath: run.path, runId: run.id, actorId: run.uploaded_by, now };
  const taken = await takeSubjects(db, deps, call, { rows: once.map(({ incoming }) => incoming), mode });
  const rowOf = new Map(once.map(({ row }) => [row.n, row]));
  for (const { n, code, field } of [...taken.problems, ...taken.notes]) {
    const row = rowOf.get(n);
    if (row)
      name(row, [{ heading: context.columns.headingOf(field === '' ? '' : `field.${field}`), code, params: {} }]);
  }
  const tally = { ...emptyTally };
  for (const outcome of taken.outcomes.values()) tally[outcome]++;
  return { tally, bad: [...bad.values()] };
}

/** Two rows of one list with the same key are one entry said twice. Hashed: nobody reads a number out of it. */
function keyOf({ crypto }: ImportDeps, row: Incoming): string {
  const number = row.secrets.find(({ field }) => field === 'idNumber')?.lookupValue;
  if (number !== undefined) return secretHash(crypto, 'idNumber', number).toString('hex');
  const value = (code: string) => row.facts.find(({ field }) => field === code)?.value ?? null;
  const { buildingId, area4Id, area3Id } = row.place;
  const dwelling = [row.homeId, buildingId, row.room];
  const own: Record<Incoming['noun'], readonly unknown[]> = {
    person: [row.name, value('born'), ...dwelling],
    home: dwelling,
    household: [row.name, row.household.number, ...dwelling],
    entity: [value('creditCode') ?? [row.name, buildingId ?? area4Id ?? area3Id]],
    asset: [value('code') ?? [row.name, buildingId ?? area4Id ?? area3Id]],
  };
  return crypto.lookupHash(JSON.stringify([row.noun, own[row.noun]]), 'import.register').toString('hex');
}

async function loadContext(
  db: Db,
  deps: ImportDeps,
  run: RunRow,
  rows: readonly OpenRow[],
  now: Date,
): Promise<RegisterContext> {
  if (!run.mapping || !isRegisterMapping(run.mapping)) throw new Error('a run over a register has a mapping of orders');
  const mapping: RegisterMapping = run.mapping;
  const places = deps.places.get();
  const area = places.chainOf(run.area_id ?? run.site_id);
  if (!area) throw new Error('the area of a run is gone');
  const columns = compileColumns(mapping, run.headings);
  const numbers = rows.flatMap((row) => columns.cellsOf('homeNo', row.cells)[0]?.text ?? []);
  return {
    mapping,
    columns,
    finder: await deps.buildings.get(db, places, { siteId: run.site_id, now }),
    aliases: new Map([
      ...(await loadAddressNames(db, run.site_id)),
      ...mapping.values.flatMap(({ to, from, value }) => (to === 'address' ? [[from, value] as const] : [])),
    ]),
    homesByNumber: await findHomesByNumber(db, run.site_id, numbers),
    chainOf: (areaId) => places.chainOf(areaId),
    locate(lng, lat) {
      const located = Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? places.locate(lng, lat) : null;
      return located?.siteId === run.site_id ? located : null;
    },
    area,
    today: dayOf(now),
  };
}

/** Homes of the registers whose own number is one of these; a number of two homes is of neither. */
async function findHomesByNumber(
  db: Db,
  siteId: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, KnownHome>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<
    KnownHome & { number: string; times: number }
  >`select s.fields ->> 'unitNo' as number, s.id,
      coalesce(s.area4_id, s.area3_id, s.area2_id, s.site_id) as "areaId", s.building_id as "buildingId", s.lng, s.lat,
      count(*) over (partition by s.fields ->> 'unitNo')::int as times
    from subject s where s.site_id = ${siteId} and s.noun = 'home' and s.fields ? 'unitNo' and s.state = 'active'
      and s.fields ->> 'unitNo' = any(${[...new Set(numbers)]}::text[])`.execute(db);
  return new Map(rows.filter(({ times }) => times === 1).map(({ number, times: _, ...home }) => [number, home]));
}
