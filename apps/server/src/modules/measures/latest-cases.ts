import type { getScreen, OutputOf } from '@linli/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { PlaceIndexData } from '../places/index.ts';
import type { RootArea } from './scope.ts';

type Latest = OutputOf<typeof getScreen>['latest'][number];
interface Row {
  id: string;
  number: string;
  type_code: string;
  visibility: string;
  lng: number | null;
  lat: number | null;
  lowest: string;
  reported_at: Date;
  state: string;
}

const levelColumns = { 1: 'site_id', 2: 'area2_id', 3: 'area3_id', 4: 'area4_id' } as const;

/**
 * The newest cases of an area: place and kind, nobody's name. A private one shows the middle of its micro-grid, not the door.
 * Sealed ones are on no map. Row-level security of `cases` decides whose they may be.
 */
export async function findLatest(
  db: Db,
  root: RootArea,
  places: PlaceIndexData,
  typeNames: ReadonlyMap<string, string>,
): Promise<Latest[]> {
  const column = levelColumns[root.level as 1 | 2 | 3 | 4]; // rootArea goes no deeper
  const { rows } =
    await sql<Row>`select cases.id, cases.number, cases.type_code, cases.visibility, cases.lng, cases.lat,
      coalesce(cases.area4_id, cases.area3_id, cases.area2_id, cases.site_id) as lowest, cases.reported_at, cases.state
    from cases where ${sql.ref(`cases.${column}`)} = ${root.id} and cases.visibility <> 'sealed'
    order by cases.reported_at desc, cases.id limit 20`.execute(db);
  return rows.map((row) => {
    const chain = places.chainOf(row.lowest)?.areas ?? [];
    const middle = row.visibility === 'private' ? (places.areaOf(row.lowest)?.versions.at(-1)?.centre ?? null) : null;
    const at =
      row.visibility === 'private'
        ? { lng: middle?.[0] ?? null, lat: middle?.[1] ?? null }
        : { lng: row.lng, lat: row.lat };
    return {
      caseId: row.id,
      number: row.number,
      typeCode: row.type_code,
      typeName: typeNames.get(row.type_code) ?? row.type_code,
      areaName:
        chain
          .slice(2)
          .map(({ name }) => name)
          .join(' ') ||
        (chain.at(-1)?.name ?? ''),
      ...at,
      at: row.reported_at.toISOString(),
      state: row.state,
    };
  });
}

/** Names of case types by code, newest version. */
export async function findTypeNames(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select distinct on (case_type.code) case_type.code,
      case_type.definition->'name'->>'zh' as name
    from case_type order by case_type.code, case_type.version desc`.execute(db);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
