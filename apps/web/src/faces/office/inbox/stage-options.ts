import type { CaseTypeDefinition, LocalText } from '@linli/domain';

type Kind = Pick<CaseTypeDefinition, 'name' | 'stages'>;

/** Stages to choose from, one for each key: types that share a stage share its filter, and all their names are told. */
export function stageOptions(
  types: readonly Kind[],
  read: (text: LocalText) => string,
): { value: string; label: string }[] {
  const names = new Map<string, Set<string>>();
  for (const type of types) {
    for (const stage of type.stages) {
      names.set(stage.key, (names.get(stage.key) ?? new Set()).add(read(stage.name)));
    }
  }
  return [...names].map(([value, called]) => ({ value, label: [...called].join(' / ') }));
}
