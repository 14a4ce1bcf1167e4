import type { ImportMapping } from '@linli/contract';
import type { CaseTypeDefinition, LocalText } from '@linli/domain';

/** Answers that name rows of this product; no cell of another system's table can. */
const namedHere: ReadonlySet<string> = new Set(['unit', 'units', 'mediator', 'room']);

/** Fields a column can be mapped to: those already mapped, and those of the kinds the mapping leads to. One key of several kinds is one. */
export function fillableFields(
  definitions: readonly Pick<CaseTypeDefinition, 'code' | 'form'>[],
  mapping: Pick<ImportMapping, 'columns' | 'values' | 'typeCode'>,
  local: (text: LocalText) => string,
): { key: string; label: string }[] {
  const codes = new Set([
    mapping.typeCode,
    ...mapping.values.flatMap(({ to, value }) => (to === 'type' ? [value] : [])),
  ]);
  const mapped = mapping.columns.flatMap(({ to }) => (to.startsWith('form.') ? [to.slice(5)] : []));
  const labels = new Map<string, Set<string>>(mapped.map((key) => [key, new Set<string>()]));
  for (const { code, form } of definitions) {
    if (!codes.has(code)) continue;
    for (const { key, kind, label } of form) {
      if (namedHere.has(kind)) continue;
      labels.set(key, (labels.get(key) ?? new Set<string>()).add(local(label)));
    }
  }
  const anywhere = (key: string) => definitions.flatMap(({ form }) => form).find((field) => field.key === key)?.label;
  return [...labels].map(([key, said]) => {
    const known = anywhere(key);
    if (said.size > 0) return { key, label: [...said].join(' / ') };
    return { key, label: known === undefined ? key : local(known) };
  });
}
