import type { importAreas, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import type { PlacesCache } from './edit-call.ts';
import { parseGeojsonAreas } from './imports/parse-geojson.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { type ImportCall, runImport } from './run-import.ts';
import { findSiteFor } from './site-for.ts';
import { keptCode, type WantedArea } from './wanted-area.ts';

type Call = ImportCall & { input: ParsedInputOf<typeof importAreas> };

/** Areas of one level with their shapes. `line` of a problem is the place of the feature in the file, from 1. */
export async function importShapes(
  db: Db,
  deps: { cache: PlacesCache; places: PlaceIndexData },
  call: Call,
): Promise<OutputOf<typeof importAreas>> {
  const { geojson, level, crs } = call.input;
  const site = findSiteFor(call.actor, deps.places);
  const features = listProperties(geojson);
  // A site has nothing above it here: the district its row names is taken as known and not kept.
  const districts = features.flatMap((own) => [own.parent_code, own.parentCode, own.parent].map(String));
  const known = site ? deps.places.areasOn(site.id, call.input.validFrom).map((area) => area.code) : [];
  // Micro-grids are numbered here; above them codes are official or the site's own.
  const parsed = parseGeojsonAreas(geojson, {
    crs,
    knownCodes: level === 1 ? districts : known,
    codes: level === 4 ? 'optional' : 'required',
  });
  const wanted = parsed.rows.map(
    (row): WantedArea => ({
      line: row.featureIndex + 1,
      code: row.code === null ? null : keptCode(row.code),
      name: row.name,
      parentCode: level === 1 ? null : row.parentCode,
      level,
      kind: null,
      kindIfNew: null,
      population: null,
      geometry: row.polygon,
      crs: row.sourceCrs,
      staysInPlace: false,
    }),
  );
  const file = {
    read: features.length,
    wanted,
    problems: parsed.problems.map(({ featureIndex, code, params }) => {
      const line = featureIndex === null ? 0 : featureIndex + 1;
      const first = params.firstFeatureIndex;
      return { line, code, params: first === undefined ? params : { ...params, firstLine: Number(first) + 1 } };
    }),
    reason: 'import-areas',
  };
  return (await runImport(db, deps, call, file)).result;
}

type Properties = Readonly<Record<string, unknown>>;

/** The properties of every feature; none when the text is no GeoJSON, which the parser tells. */
function listProperties(geojson: string): Properties[] {
  let file: unknown;
  try {
    file = JSON.parse(geojson.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
  const root = recordOf(file);
  const features: unknown[] = Array.isArray(root.features) ? root.features : [root];
  return features.map((feature) => recordOf(recordOf(feature).properties));
}

function recordOf(value: unknown): Properties {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
