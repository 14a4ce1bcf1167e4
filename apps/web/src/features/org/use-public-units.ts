import type { CaseTypeDefinition } from '@linli/domain';
import type { Option } from '../../ui/select.tsx';
import { useFindPublicUnits } from './find-public-units.ts';

/** Units one may write about, asked for only where the type asks for one. */
export function usePublicUnits(type: CaseTypeDefinition | undefined): readonly Option[] {
  const isAsked = type?.form.some(({ kind }) => kind === 'unit' || kind === 'units') ?? false;
  const { data } = useFindPublicUnits({}, { enabled: isAsked, staleTimeMs: 900_000 });
  return data?.units.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}
