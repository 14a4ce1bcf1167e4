import type { CaseTypeDefinition } from '@linli/domain';
import type { UnitOption } from '../cases/type-form.ts';
import { useFindPublicUnits } from './find-public-units.ts';

/** Units one may write about, asked for only where the type asks for one. */
export function usePublicUnits(type: CaseTypeDefinition | undefined): readonly UnitOption[] {
  const isAsked = type?.form.some(({ kind }) => kind === 'unit' || kind === 'units') ?? false;
  const { data } = useFindPublicUnits({}, { enabled: isAsked, staleTimeMs: 900_000 });
  return data?.units.map(({ id, name, kind }) => ({ value: id, label: name, kind })) ?? [];
}
