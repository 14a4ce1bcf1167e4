import type { AreaShape } from '@linli/domain';
import { newId } from '../../platform/ids.ts';
import { areaPath } from './area-path.ts';
import { type AreaRecord, newestVersion } from './area-record.ts';
import type { ImportLand, Node } from './import-land.ts';
import type { RowProblem } from './import-words.ts';
import { nextCodes } from './next-codes.ts';
import { findNameFault } from './parse-place-list.ts';
import { codeKey, type WantedArea } from './wanted-area.ts';

export type Step =
  | { do: 'add'; node: Node; wanted: WantedArea }
  | { do: 'change'; node: Node; record: AreaRecord; wanted: WantedArea; newVersion: boolean }
  | { do: 'nothing' };
type Refused = Pick<RowProblem, 'code' | 'params'>;

/** What each row asks for, parents first; rows that cannot be done are named and leave no trace. */
export function planImport(
  land: ImportLand,
  wanted: readonly WantedArea[],
  day: string,
): { steps: Step[]; problems: RowProblem[] } {
  const steps: Step[] = [];
  const problems: RowProblem[] = [];
  // Rows that bring a code go first: a code made up for the others must not be one of theirs.
  const inOrder = wanted.toSorted((a, b) => a.level - b.level || Number(a.code === null) - Number(b.code === null));
  for (const row of inOrder) {
    const step = planRow(land, row, day);
    if ('do' in step) steps.push(step);
    else {
      problems.push({ line: row.line, ...step });
      if (row.code !== null) land.refuse(codeKey(row.code));
    }
  }
  return { steps, problems };
}

function planRow(land: ImportLand, row: WantedArea, day: string): Step | Refused {
  const fault = findNameFault(row.name);
  if (fault) return fault;
  const parent = row.level === 1 ? null : land.parentOf(row);
  if (parent && 'code' in parent && 'params' in parent) return parent;
  const known = land.knownOf(row, parent);
  if (known) return planKnown(land, { known, row, parent, day });
  if (parent && parent.level + 1 !== row.level)
    return { code: 'level-wrong', params: { level: row.level, expected: parent.level + 1 } };
  if (row.staysInPlace && parent && land.keepsCommitteesUnderGrids(parent)) return { code: 'grid-needed', params: {} };
  if (parent && day < parent.validFrom) return { code: 'date-before', params: { min: parent.validFrom } };
  if (!land.mayAdd(parent)) return { code: 'not-your-area', params: {} };
  const node = newNode(land, row, parent, day);
  land.add(node);
  return { do: 'add', node, wanted: row };
}

function planKnown(
  land: ImportLand,
  call: { known: Node; row: WantedArea; parent: Node | null; day: string },
): Step | Refused {
  const { known, row, parent, day } = call;
  const { record } = known;
  // Added by an earlier row of this file: with a code the parser has named the double already, without one the name is the code.
  if (!record) return { code: 'code-duplicate', params: { value: row.name, firstLine: known.line } };
  if (record.validTo !== null) return { code: 'code-retired', params: { value: record.code } };
  if (!row.staysInPlace && record.level !== row.level)
    return { code: 'level-wrong', params: { level: row.level, expected: record.level } };
  if (!row.staysInPlace && record.parentId !== (parent?.id ?? null))
    return { code: 'parent-differs', params: { parent: land.nameOf(record.parentId) } };
  const newest = newestVersion(record);
  const newVersion = newest.name !== row.name || (row.geometry !== null && !sameShape(row.geometry, newest.geometry));
  const others =
    (row.kind !== null && row.kind !== record.kind) ||
    isOther(row.population, record.population) ||
    isOther(row.populationSource, record.populationSource) ||
    isOther(row.populationYear, record.populationYear);
  land.touch(known);
  if (!newVersion && !others) return { do: 'nothing' };
  if (newVersion && day < newest.validFrom) return { code: 'date-before', params: { min: newest.validFrom } };
  if (!land.mayChange(known)) return { code: 'not-your-area', params: {} };
  known.name = row.name;
  known.geometry = row.geometry ?? known.geometry;
  return { do: 'change', node: known, record, wanted: row, newVersion };
}

/** Named in the file, and not as it is known. */
function isOther<T>(wanted: T | null | undefined, known: T): boolean {
  return wanted !== null && wanted !== undefined && wanted !== known;
}

function newNode(land: ImportLand, row: WantedArea, parent: Node | null, day: string): Node {
  const id = newId();
  const siblings = land.childrenOf(parent);
  const [next] =
    parent && row.code === null
      ? nextCodes(parent.code, { siblings: siblings.map((node) => node.code), taken: land.codesIn(parent.siteId) }, 1)
      : [];
  const code = row.code ?? next ?? '';
  return {
    id,
    siteId: parent?.siteId ?? id,
    parent,
    code,
    path: areaPath(parent?.path ?? null, code),
    name: row.name,
    level: row.level,
    kind:
      row.kind ??
      row.kindIfNew ??
      siblings.find((sibling) => sibling.level === row.level)?.kind ??
      defaultKind(row.level),
    geometry: row.geometry,
    validFrom: day,
    sort: land.nextSort(parent),
    line: row.line,
    record: null,
  };
}

function defaultKind(level: number): string {
  return ['street', 'grid', 'residential-area', 'micro-grid', 'building-group'][level - 1] ?? 'area';
}

function sameShape(a: AreaShape, b: AreaShape | null): boolean {
  return b !== null && a.type === b.type && JSON.stringify(a.coordinates) === JSON.stringify(b.coordinates);
}
