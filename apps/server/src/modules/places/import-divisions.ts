import type { importDivisions, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import type { PlacesCache } from './edit-call.ts';
import type { RowProblem } from './import-words.ts';
import { type DivisionRow, parseDivisions } from './imports/parse-divisions.ts';
import { saveLevelLabels } from './level-labels.ts';
import type { PlaceIndexData } from './load-place-index.ts';
import { readCsvRecords } from './read-csv-records.ts';
import { type ImportCall, runImport } from './run-import.ts';
import { keptCode, type WantedArea } from './wanted-area.ts';

type Call = ImportCall & { input: ParsedInputOf<typeof importDivisions> };

// Without grids between them, committees stand right below the street.
const levelLabels = ['街道', '居民区', '微网格', '楼组'];

/**
 * Streets as sites and committees below them. A committee that is known stays where it stands in the tree. Where the file has
 * columns naming the street of each committee (`street_code9`, `street`), streets need no rows of their own.
 */
export async function importDivisionList(
  db: Db,
  deps: { cache: PlacesCache; places: PlaceIndexData },
  call: Call,
): Promise<OutputOf<typeof importDivisions>> {
  const { csv } = call.input;
  const { streets, read } = readStreetColumns(csv);
  const sites = deps.places.sites().flatMap((site) => deps.places.areaOf(site.id)?.code ?? []);
  const parsed = parseDivisions(csv, { knownCodes: [...sites, ...streets.map((street) => street.code)] });
  const towns = new Set(parsed.rows.filter((row) => row.level === 'town').map((row) => keptCode(row.code)));
  const problems: RowProblem[] = [...parsed.problems];
  const wanted: WantedArea[] = streets.filter((street) => !towns.has(street.code)).map(streetOf);
  for (const row of parsed.rows) {
    if (row.level === 'town') wanted.push(streetOf({ ...row, code: keptCode(row.code) }));
    else if (row.level === 'village') wanted.push(committeeOf(row));
    else problems.push({ line: row.line, code: 'level-not-kept', params: {} });
  }
  const file = { read, wanted, problems, reason: 'import-divisions' };
  const { result, newSiteIds } = await runImport(db, deps, call, file);
  if (!call.input.dryRun) {
    for (const siteId of newSiteIds) await saveLevelLabels(db, siteId, levelLabels, call.now);
  }
  return result;
}

interface StreetRow {
  line: number;
  code: string;
  name: string;
}

const common = { kind: null, population: null, geometry: null, crs: 'wgs84' } as const;

function streetOf({ line, code, name }: StreetRow): WantedArea {
  return { ...common, line, code, name, parentCode: null, level: 1, kindIfNew: 'street', staysInPlace: true };
}

function committeeOf({ line, code, name, parentCode }: DivisionRow): WantedArea {
  return { ...common, line, code, name, parentCode, level: 2, kindIfNew: 'residential-area', staysInPlace: true };
}

/** The streets that the rows of committees name, each once, on the line it is first named. */
function readStreetColumns(csv: string): { streets: StreetRow[]; read: number } {
  const file = readCsvRecords(csv);
  if ('problem' in file) return { streets: [], read: 0 };
  const streets = new Map<string, StreetRow>();
  for (const record of file.records) {
    const [code, name] = [record.valueOf('street_code9'), record.valueOf('street')];
    const isCommittee = record.cells.length === file.columns.length && /^\d{9}$/.test(code) && name !== '';
    if (isCommittee && !streets.has(code)) streets.set(code, { line: record.line, code, name });
  }
  return { streets: [...streets.values()], read: file.records.length };
}
