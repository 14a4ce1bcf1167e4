import type { CaseTypeDefinition } from './case-type.ts';

/** One difference between two versions: where (rows of lists by their own key), and what it was and is. */
export type CaseTypeChange = {
  readonly path: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: string | null;
  readonly after: string | null;
};

const longest = 200;

/** What changed from one version to the next. A row added or removed is one change; rows in another order are told as moved. */
export function diffCaseType(before: CaseTypeDefinition, after: CaseTypeDefinition): CaseTypeChange[] {
  const changes: CaseTypeChange[] = [];
  compare(before, after, [], changes);
  return changes;
}

/** Whether two definitions say the same, whatever the order of their keys. */
export function sameCaseType(a: CaseTypeDefinition, b: CaseTypeDefinition): boolean {
  return canonical(a) === canonical(b);
}

function compare(before: unknown, after: unknown, path: readonly string[], changes: CaseTypeChange[]): void {
  if (canonical(before) === canonical(after)) return;
  if (before === undefined || after === undefined) {
    changes.push({
      path,
      kind: before === undefined ? 'added' : 'removed',
      before: brief(before),
      after: brief(after),
    });
  } else if (isRows(before) && isRows(after)) compareRows(before, after, path, changes);
  else if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(before[key], after[key], [...path, key], changes);
    }
  } else changes.push({ path, kind: 'changed', before: brief(before), after: brief(after) });
}

function compareRows(before: Row[], after: Row[], path: readonly string[], changes: CaseTypeChange[]): void {
  const [was, is] = [keyed(before), keyed(after)];
  for (const key of new Set([...was.keys(), ...is.keys()])) compare(was.get(key), is.get(key), [...path, key], changes);
  const kept = (rows: Map<string, Row>, other: Map<string, Row>) => [...rows.keys()].filter((key) => other.has(key));
  const [orderBefore, orderAfter] = [kept(was, is), kept(is, was)];
  if (orderBefore.join('\n') !== orderAfter.join('\n')) {
    changes.push({ path, kind: 'moved', before: brief(orderBefore), after: brief(orderAfter) });
  }
}

type Row = Record<string, unknown>;

/** Rows by what names them; steps of the ladder have no key and are named by clock, minutes and action. */
function keyed(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const name = row.key ?? row.value ?? `${String(row.clock)} ${String(row.afterMinutes)} ${String(row.action)}`;
    let key = String(name);
    while (found.has(key)) key = `${key}+`;
    found.set(key, row);
  }
  return found;
}

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.every(isRecord);
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value.slice(0, longest);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(' ').slice(0, longest);
  if (isRecord(value)) {
    const named = value.label ?? value.name ?? value;
    if (isRecord(named) && typeof named.zh === 'string') return named.zh.slice(0, longest);
    if (typeof value.value === 'number') return `${value.value} ${String(value.unit)}`;
  }
  return JSON.stringify(value).slice(0, longest);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
    ) ?? 'undefined'
  );
}
