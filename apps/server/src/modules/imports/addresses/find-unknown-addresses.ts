import type { listUnknownAddresses, OutputOf } from '@linli/contract';
import { type Actor, dayOf, formatAddress, isWithin, parseAddress, placeWords, plainAddress } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { listCaseAddresses } from '../../cases/index.ts';
import type { ImportDeps } from '../deps.ts';
import { mustKeep, siteOfKind } from '../policy.ts';
import type { BuildingFinder } from '../registers/building-finder.ts';

type Unknown = OutputOf<typeof listUnknownAddresses>['addresses'][number];

const mostValues = 5000;
const mostShown = 200;
const mostExamples = 3;
const reportDays = 90;
/** 桥一新村甲楼302室 and 桥一新村甲楼乙灶间 → 桥一新村甲楼, 幸福小区3-302 → 幸福小区3. */
const trailingRoom = new RegExp(
  `(?:-?\\d{1,5}[A-Z甲乙丙]?室|-\\d{2,5}[A-Z]?|(?:\\d{1,2}[层楼])?[甲乙丙丁]?(?:${placeWords.join('|')}))$`,
  'u',
);
/** A house of its own under a number: 栖霞路12号综合楼. A remark in brackets is none. */
const ownHouse = /(?:楼|幢|栋|座|厦|苑|坊|院|舍|公寓|中心|市场|商场)$/u;

/**
 * What still matches no building, over the tables and reports of the places the actor keeps. Worked out anew each time: what a name or a
 * new building has settled since is not there any more.
 */
export async function findUnknownAddresses(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; now: Date },
): Promise<OutputOf<typeof listUnknownAddresses>> {
  const { actor, now } = call;
  const paths = mustKeep(actor);
  const places = deps.places.get();
  const siteId = siteOfKind(actor, places, { kind: 'person', now });
  const since = new Date(now.getTime() - reportDays * 86_400_000);
  const reported = await listCaseAddresses(db, { actor, places, since });
  return elevated(db, async () => {
    const finder = await deps.buildings.get(db, places, { siteId, now });
    const names = await findNames(db, siteId, paths);
    const aliases = new Map(names.flatMap(({ said, means }) => (means === null ? [] : [[said, means]])));
    const outside = names.filter(({ means }) => means === null).map(({ said }) => said);
    const nameAt = new Map(
      places.areasOn(siteId, dayOf(now)).map(({ id, path }) => [path, places.chainOf(id)?.areas.at(-1)?.name]),
    );
    const found = new Map<string, Unknown>();
    const isOpen = (text: string) =>
      finder.byAddress(text, aliases) === null && !outside.some((said) => plainAddress(text).startsWith(said));
    for (const { value, rows, runId, fileName } of await findValues(db, paths)) {
      const said = stemOf(value);
      if (said.length < 2 || !isOpen(value)) continue;
      const one = entryOf(found, said, value);
      one.rows += rows;
      if (!one.runs.some(({ id }) => id === runId)) one.runs.push({ id: runId, fileName });
    }
    // Reports are of roads and squares, too: only what reads as a house.
    for (const { address, count } of reported)
      if (isHouse(address) && isOpen(address)) entryOf(found, stemOf(address), address).reports += count;
    return {
      addresses: [...found.values()]
        .sort((a, b) => b.rows + b.reports - a.rows - a.reports || a.said.localeCompare(b.said))
        .slice(0, mostShown),
      names: names
        .filter(({ path }) => paths.some((kept) => isWithin(path, kept)))
        .map(({ id, said, means, reason, path, madeAt }) => ({
          id,
          said,
          means,
          reason,
          areaName: nameAt.get(path) ?? '',
          madeAt: madeAt.toISOString(),
        })),
    };
  });
}

function entryOf(found: Map<string, Unknown>, said: string, text: string): Unknown {
  const one = found.get(said) ?? { said, examples: [], rows: 0, reports: 0, runs: [] };
  found.set(said, one);
  if (one.examples.length < mostExamples && !one.examples.includes(text)) one.examples.push(text);
  return one;
}

/** The house without its room. */
function stemOf(text: string): string {
  const parsed = parseAddress(text);
  if (parsed.ok) {
    const house = formatAddress({ ...parsed.address, floor: null, room: null, roomSuffix: null });
    const { leftover } = parsed;
    return ownHouse.test(leftover) && plainAddress(text).includes(`号${leftover}`) ? house + leftover : house;
  }
  return plainAddress(text).replace(trailingRoom, '');
}

function isHouse(text: string): boolean {
  const parsed = parseAddress(text);
  return parsed.ok && parsed.address.number !== null;
}

/** What rows of tables say that no building has; once for each table. As the system. */
async function findValues(
  db: Db,
  paths: readonly string[],
): Promise<{ value: string; rows: number; runId: string; fileName: string }[]> {
  const { rows } = await sql<{ value: string; rows: number; runId: string; fileName: string }>`
    select p.params ->> 'value' as value, count(*)::int as rows, r.id as "runId", r.file_name as "fileName"
    from import_run r join import_problem p on p.run_id = r.id
    where r.kind <> 'orders' and r.state <> 'cancelled' and r.path <@ any(${`{${paths.join(',')}}`}::ltree[])
      and p.code in ('address-unknown', 'address-kept') and p.params ->> 'value' <> '…'
      and not exists (select from jsonb_array_elements(r.mapping -> 'columns') c
        where c ->> 'to' = 'homeNo' and c ->> 'heading' = p.heading)
    group by r.id, r.file_name, r.uploaded_at, p.params ->> 'value'
    order by r.uploaded_at desc, r.id, 1 limit ${mostValues}`.execute(db);
  return rows;
}

interface NameRow {
  id: string;
  path: string;
  said: string;
  means: string | null;
  reason: string;
  madeAt: Date;
}

/** Names of the whole site, and what lies outside as it is known above or within the actor's areas. As the system. */
async function findNames(db: Db, siteId: string, paths: readonly string[]): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`select id, path::text, said, means, reason, made_at as "madeAt" from address_name
    where site_id = ${siteId} order by made_at desc, id limit 2000`.execute(db);
  return rows.filter(
    ({ means, path }) => means !== null || paths.some((kept) => isWithin(path, kept) || isWithin(kept, path)),
  );
}

/** Whether an address is one the finder knows already, or the beginning of one: then it is no other name. */
export function isKnownAddress(finder: BuildingFinder, text: string): boolean {
  return finder.byAddress(text, new Map()) !== null || finder.startingWith(text).length > 0;
}
