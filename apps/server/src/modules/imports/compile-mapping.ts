import type { ImportMapping } from '@linli/contract';

/** Where each target's columns stand in one table, and its values for look-up. */
export interface CompiledColumns {
  /** The filled cells of a target with their headings, in the order of the table. */
  cellsOf(target: string, cells: readonly string[]): { heading: string; text: string }[];
  /** The first heading mapped to a target, for naming what is missing. */
  headingOf(target: string): string;
  valueOf(target: string, text: string): string | undefined;
  /** Of targets `form.<key>` and `field.<code>`. */
  formKeys: readonly string[];
  fieldCodes: readonly string[];
}

/** A mapping of orders made ready for one table. */
export interface CompiledMapping extends CompiledColumns {
  mapping: ImportMapping;
}

/** Headings and values compare without width, case and spaces. */
export function plainWord(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

export function compileMapping(mapping: ImportMapping, headings: readonly string[]): CompiledMapping {
  return { mapping, ...compileColumns(mapping, headings) };
}

export function compileColumns(
  mapping: {
    columns: readonly { heading: string; to: string }[];
    values: readonly { to: string; from: string; value: string }[];
  },
  headings: readonly string[],
): CompiledColumns {
  const at = new Map<string, number>();
  headings.forEach((heading, i) => {
    const key = plainWord(heading);
    if (!at.has(key)) at.set(key, i);
  });
  const columns = new Map<string, { heading: string; index: number }[]>();
  for (const { heading, to } of mapping.columns) {
    const index = at.get(plainWord(heading));
    if (index === undefined) continue;
    const list = columns.get(to) ?? [];
    list.push({ heading, index });
    columns.set(to, list);
  }
  for (const list of columns.values()) list.sort((a, b) => a.index - b.index);
  const values = new Map(mapping.values.map(({ to, from, value }) => [`${to}/${plainWord(from)}`, value]));
  const named = (prefix: string) =>
    [...columns.keys()].flatMap((target) => (target.startsWith(prefix) ? [target.slice(prefix.length)] : []));
  return {
    cellsOf: (target, cells) =>
      (columns.get(target) ?? []).flatMap(({ heading, index }) => {
        const text = cells[index]?.trim() ?? '';
        return text === '' ? [] : [{ heading, text }];
      }),
    headingOf: (target) => columns.get(target)?.[0]?.heading ?? '',
    valueOf: (target, text) => values.get(`${target}/${plainWord(text)}`),
    formKeys: named('form.'),
    fieldCodes: named('field.'),
  };
}

/** What a table must say before anything can be taken from it. */
export function missingTargets(mapping: ImportMapping): string[] {
  const has = (target: string) => mapping.columns.some((column) => column.to === target);
  const missing = (['number', 'reported-at', 'words'] as const).filter((target) => !has(target));
  return mapping.typeCode === null && !has('type') ? [...missing, 'type'] : [...missing];
}
