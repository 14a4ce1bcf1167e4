import { type AreaShape, type Crs, convertShape, crsNames, parseDivisionCode, parseUnitGridCode } from '@linli/domain';
import { findRingProblems, type RingFault } from '../geometry/ring-problems.ts';
import { partsOf } from '../geometry/rings.ts';
import { type CoordinateProblem, findCoordinateProblem, readAreaShape } from './feature-coordinates.ts';

export type AreaFeatureRow = {
  /** Place of the feature in the file, counted from 0. */
  featureIndex: number;
  /** As written, except that a division code has twelve digits; null only when codes are optional. */
  code: string | null;
  name: string;
  /** As written or, for division and unit-grid codes, the division above; null when nothing says. */
  parentCode: string | null;
  /** WGS-84. */
  polygon: AreaShape;
  /** The system the coordinates were given in. */
  sourceCrs: Crs;
};

export type AreaFeatureProblemCode =
  /** The file as a whole; featureIndex is null. */
  | 'file-not-json'
  | 'file-not-features'
  /** A coordinate system that is not known here (params: value). */
  | 'crs-unknown'
  | 'name-missing'
  | 'name-unreadable'
  | 'code-missing'
  /** Digits that are neither a division nor a unit-grid code, or signs that no code has (params: value, reason). */
  | 'code-bad'
  /** An earlier feature has the code (params: value, firstFeatureIndex). */
  | 'code-duplicate'
  /** The parent is neither in the file nor known (params: parent). */
  | 'parent-unknown'
  | 'geometry-missing'
  /** Not a polygon or multi-polygon, or wrongly nested (params: type). */
  | 'geometry-not-area'
  | CoordinateProblem['code']
  /** A ring that cannot be drawn (params: part, ring, lng, lat as given in the file). */
  | `ring-${RingFault}`;

export type AreaFeatureProblem = {
  featureIndex: number | null;
  code: AreaFeatureProblemCode;
  params: Record<string, string | number>;
};

export type ParseAreasOptions = {
  /** The system of all coordinates, when the person importing says so; else the file's own word, else WGS-84. */
  crs?: Crs;
  /** Codes that parents may have besides those in the file. */
  knownCodes?: Iterable<string>;
  /** Micro-grids that get their code here need none in the file. */
  codes?: 'required' | 'optional';
};

/**
 * Reads areas from GeoJSON (text or parsed): properties code, code12 or code9; name; parent_code, parentCode or parent;
 * crs on the collection or a feature as 'wgs84', 'gcj02', 'bd09' or an OGC name. GCJ-02 and BD-09 are converted to
 * WGS-84. Names every bad feature; `rows` holds the sound ones only. Overlaps and gaps are for `checkCoverage`.
 */
export function parseGeojsonAreas(
  input: unknown,
  options: ParseAreasOptions = {},
): { rows: AreaFeatureRow[]; problems: AreaFeatureProblem[] } {
  const read = readFeatures(input);
  if ('problem' in read) return { rows: [], problems: [read.problem] };
  const fileCrs = options.crs ?? readCrs(read.crs);
  const checked = read.features.map((feature, index) => checkFeature(feature, index, fileCrs, options));
  const problems = checked.flatMap((feature) => feature.problems);

  const firstIndexes = new Map<string, number>();
  for (const { code, featureIndex } of checked) {
    if (code === null) continue;
    const firstFeatureIndex = firstIndexes.get(code);
    if (firstFeatureIndex === undefined) firstIndexes.set(code, featureIndex);
    else problems.push({ featureIndex, code: 'code-duplicate', params: { value: code, firstFeatureIndex } });
  }
  const known = new Set([...firstIndexes.keys(), ...[...(options.knownCodes ?? [])].map(normalCode)]);
  for (const { namedParent, featureIndex } of checked) {
    if (namedParent === null || known.has(namedParent)) continue;
    problems.push({ featureIndex, code: 'parent-unknown', params: { parent: namedParent } });
  }

  const faulty = new Set(problems.map((problem) => problem.featureIndex));
  const rows = checked.flatMap(({ row }) => (row && !faulty.has(row.featureIndex) ? [row] : []));
  return { rows, problems: problems.sort((a, b) => (a.featureIndex ?? -1) - (b.featureIndex ?? -1)) };
}

type Properties = Record<string, unknown>;

function readFeatures(input: unknown): { features: Properties[]; crs: unknown } | { problem: AreaFeatureProblem } {
  let file = input;
  if (typeof input === 'string') {
    try {
      file = JSON.parse(input.replace(/^\uFEFF/, ''));
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 120) : '';
      return { problem: { featureIndex: null, code: 'file-not-json', params: { reason } } };
    }
  }
  const root = recordOf(file);
  if (root.type === 'Feature') return { features: [root], crs: root.crs };
  if (root.type === 'FeatureCollection' && Array.isArray(root.features)) {
    return { features: root.features.map(recordOf), crs: root.crs };
  }
  return { problem: { featureIndex: null, code: 'file-not-features', params: { type: String(root.type ?? '') } } };
}

type CheckedFeature = {
  featureIndex: number;
  code: string | null;
  namedParent: string | null;
  row: AreaFeatureRow | null;
  problems: AreaFeatureProblem[];
};

function checkFeature(
  feature: Properties,
  featureIndex: number,
  fileCrs: Crs | { unknown: string },
  options: ParseAreasOptions,
): CheckedFeature {
  const problems: AreaFeatureProblem[] = [];
  const report = (code: AreaFeatureProblemCode, params: AreaFeatureProblem['params'] = {}) => {
    problems.push({ featureIndex, code, params });
  };
  const properties = recordOf(feature.properties);
  const name = textOf(properties.name);
  if (name === '') report('name-missing');
  else if (name.includes('\uFFFD')) report('name-unreadable');

  const written = firstText(properties, ['code', 'code12', 'code9']);
  const reason = written === '' ? null : findCodeFault(written);
  if (reason !== null) report('code-bad', { value: written, reason });
  if (written === '' && options.codes !== 'optional') report('code-missing');
  const code = written === '' || reason !== null ? null : normalCode(written);
  const namedParent = normalCode(firstText(properties, ['parent_code', 'parentCode', 'parent'])) || null;

  const crs = options.crs === undefined && 'crs' in properties ? readCrs(properties.crs) : fileCrs;
  if (typeof crs !== 'string') report('crs-unknown', { value: crs.unknown });
  const shape = checkGeometry(feature.geometry, report);
  if (problems.length > 0 || !shape || typeof crs !== 'string') {
    return { featureIndex, code, namedParent, row: null, problems };
  }
  const parentCode = namedParent ?? (code === null ? null : parentByCode(code));
  const polygon = convertShape(shape, crs, 'wgs84');
  const row = { featureIndex, code, name, parentCode, polygon, sourceCrs: crs };
  return { featureIndex, code, namedParent, row, problems };
}

function checkGeometry(
  geometry: unknown,
  report: (code: AreaFeatureProblemCode, params?: AreaFeatureProblem['params']) => void,
): AreaShape | null {
  if (geometry === null || geometry === undefined) {
    report('geometry-missing');
    return null;
  }
  const shape = readAreaShape(geometry);
  if (!shape) {
    report('geometry-not-area', { type: String(recordOf(geometry).type ?? '') });
    return null;
  }
  const misplaced = findCoordinateProblem(partsOf(shape).flat(2));
  if (misplaced) {
    report(misplaced.code, misplaced.params);
    return null;
  }
  for (const { fault, part, ring, at } of findRingProblems(shape)) {
    report(`ring-${fault}`, { part, ring, ...(at ? { lng: at[0], lat: at[1] } : {}) });
  }
  return shape;
}

/** Why a code is none, or null. Digits must be a division or unit-grid code; local codes carry a letter or a hyphen. */
function findCodeFault(code: string): string | null {
  if (!/^\d+$/.test(code)) return /^[\p{L}\d][\p{L}\d_-]{0,39}$/u.test(code) ? null : 'signs';
  const parsed = code.length === 15 ? parseUnitGridCode(code) : parseDivisionCode(code);
  return parsed.ok ? null : parsed.problem;
}

function normalCode(code: string): string {
  const division = parseDivisionCode(code);
  return division.ok ? division.value.code : code;
}

function parentByCode(code: string): string | null {
  const grid = parseUnitGridCode(code);
  if (grid.ok) return grid.value.divisionCode;
  const division = parseDivisionCode(code);
  return division.ok ? division.value.parentCode : null;
}

function readCrs(crs: unknown): Crs | { unknown: string } {
  if (crs === undefined || crs === null) return 'wgs84';
  const value = typeof crs === 'string' ? crs : textOf(recordOf(recordOf(crs).properties).name);
  const plain = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = crsNames.find((name) => plain === name);
  if (found) return found;
  // CGCS2000 and WGS-84 differ by centimetres: one to us.
  return /(crs84|4326|4490|wgs1984|cgcs2000)$/.test(plain) ? 'wgs84' : { unknown: value };
}

/** An object's fields; none for anything else. */
function recordOf(value: unknown): Properties {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function firstText(properties: Properties, names: readonly string[]): string {
  return names.map((name) => textOf(properties[name])).find((text) => text !== '') ?? '';
}

/** Text as it stands; whole numbers too, since map programs write codes so and lose nothing below 2^53. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return Number.isSafeInteger(value) ? String(value) : '';
}
