import type { CaseDetail } from '@linli/contract';
import type { NamedOptions } from '../../../features/cases/type-form.ts';
import { useKept } from '../../../features/device/use-kept.ts';
import { useListMediators } from '../../../features/org/list-mediators.ts';
import { useListRooms } from '../../../features/org/list-rooms.ts';
import { useFieldSession } from '../session/field-session.tsx';

/** Mediators and rooms by name where the stage the case stands at asks for one, kept on the phone. */
export function useRegisters({ current }: Pick<CaseDetail, 'current'>): NamedOptions {
  const { account } = useFieldSession();
  const asks = (kind: string) => current?.form.some((field) => field.kind === kind) ?? false;
  const hour = { staleTimeMs: 3_600_000 };
  const mediators = useListMediators({ activeOnly: true }, { ...hour, enabled: asks('mediator') });
  const rooms = useListRooms({ activeOnly: true }, { ...hour, enabled: asks('room') });
  const keptMediators = useKept(account, 'mediators', mediators).data?.mediators ?? [];
  const keptRooms = useKept(account, 'rooms', rooms).data?.rooms ?? [];
  return {
    mediators: keptMediators.map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` })),
    rooms: keptRooms.map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` })),
  };
}
