import type { ImportMapping, mappedTargets } from '@linli/contract';

type Mapped = (typeof mappedTargets)[number];

/** A mapping made ready for one table: where each target's columns stand, and its values for look-up. */
export interface CompiledMapping {
  mapping: ImportMapping;
  /** The filled cells of a target with their headings, in the order of the table. */
  cellsOf(target: string, cells: readonly string[]): { heading: string; text: string }[];
  /** The first heading mapped to a target, for naming what is missing. */
  headingOf(target: string): string;
  valueOf(target: Mapped, text: string): string | undefined;
  formKeys: readonly string[];
}

/** Headings and values compare without width, case and spaces. */
export function plainWord(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

export function compileMapping(mapping: ImportMapping, headings: readonly string[]): CompiledMapping {
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
  return {
    mapping,
    cellsOf: (target, cells) =>
      (columns.get(target) ?? []).flatMap(({ heading, index }) => {
        const text = cells[index]?.trim() ?? '';
        return text === '' ? [] : [{ heading, text }];
      }),
    headingOf: (target) => columns.get(target)?.[0]?.heading ?? '',
    valueOf: (target, text) => values.get(`${target}/${plainWord(text)}`),
    formKeys: [...columns.keys()].flatMap((target) => (target.startsWith('form.') ? [target.slice(5)] : [])),
  };
}

/** What a table must say before anything can be taken from it. */
export function missingTargets(mapping: ImportMapping): string[] {
  const has = (target: string) => mapping.columns.some((column) => column.to === target);
  const missing = (['number', 'reported-at', 'words'] as const).filter((target) => !has(target));
  return mapping.typeCode === null && !has('type') ? [...missing, 'type'] : [...missing];
}
