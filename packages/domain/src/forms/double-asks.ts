import type { FormColumn, FormDefinition } from './form-definition.ts';
import { plainHeading } from './plain-heading.ts';
import { chosenKey, rowsAmong } from './rows-among.ts';

/** What a form asks, as far as another may ask the same. */
export type AskedBefore = { formId: string; name: string; unitName: string; definition: FormDefinition };
export type DoubleAsk = {
  formId: string;
  name: string;
  unitName: string;
  /** Share of the new form's columns the other has, 0–1, by what they are bound to or by their names. */
  shared: number;
  columns: string[];
};

/** From this share on it is the same thing asked twice. */
export const doubleAskShare = 0.8;

/** Forms that hold all rows wanted and nearly the same columns in overlapping areas (Shanghai Data Regulation art. 30). */
export function findDoubleAsks(wanted: FormDefinition, others: readonly AskedBefore[]): DoubleAsk[] {
  const found = others.flatMap((other) => {
    if (!rowsAmong(wanted.rows, other.definition.rows) || !areasMeet(wanted.areas, other.definition.areas)) return [];
    const { shared, columns } = sharedColumns(wanted.columns, other.definition.columns);
    return shared >= doubleAskShare
      ? [{ formId: other.formId, name: other.name, unitName: other.unitName, shared, columns }]
      : [];
  });
  return found.toSorted((a, b) => b.shared - a.shared);
}

/** Headings asked some other way that a form already gives: their share, 0–1. */
export function headingsKnown(headings: readonly string[], definition: FormDefinition): number {
  if (headings.length === 0) return 0;
  const known = new Set(definition.columns.map((column) => plainHeading(column.label.zh)));
  return headings.filter((heading) => known.has(plainHeading(heading))).length / headings.length;
}

function areasMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((area) => b.includes(area));
}

function sharedColumns(
  wanted: readonly FormColumn[],
  have: readonly FormColumn[],
): { shared: number; columns: string[] } {
  const asked = wanted.filter((column) => bindingOf(column) !== null);
  if (asked.length === 0) return { shared: 0, columns: [] };
  const bindings = new Set(have.map(bindingOf));
  const names = new Set(have.map((column) => plainHeading(column.label.zh)));
  const same = asked.filter((column) => bindings.has(bindingOf(column)) || names.has(plainHeading(column.label.zh)));
  return { shared: same.length / asked.length, columns: same.map((column) => column.label.zh) };
}

/** What a column asks for, whatever its name; serial numbers and places ask for nothing. */
function bindingOf(column: FormColumn): string | null {
  switch (column.bind) {
    case 'field':
      return `field:${column.of}:${column.field}`;
    case 'tag':
      return `tag:${column.tag}`;
    case 'link':
      return `link:${column.link}`;
    case 'figure':
      return `figure:${chosenKey(column)}:${column.sum ?? ''}`;
    case 'computed':
      return column.computed === 'name' || column.computed === 'age' ? `computed:${column.computed}` : null;
    case 'asked':
      return `asked:${plainHeading(column.label.zh)}`;
  }
}
