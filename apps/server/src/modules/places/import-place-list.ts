import type { importPlaceList, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import type { PlacesCache } from './edit-call.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { parsePlaceList } from './parse-place-list.ts';
import { type ImportCall, runImport } from './run-import.ts';
import type { WantedArea } from './wanted-area.ts';

type Call = ImportCall & { input: ParsedInputOf<typeof importPlaceList> };

/** Places known only by name, several levels in one file. */
export async function importNames(
  db: Db,
  deps: { cache: PlacesCache; places: PlaceIndexData },
  call: Call,
): Promise<OutputOf<typeof importPlaceList>> {
  const { read, rows, problems } = parsePlaceList(call.input.csv);
  const fixed = { kindIfNew: null, geometry: null, crs: 'wgs84', staysInPlace: false } as const;
  const wanted = rows.map((row): WantedArea => ({ ...row, ...fixed }));
  return (await runImport(db, deps, call, { read, wanted, problems, reason: 'import-place-list' })).result;
}
