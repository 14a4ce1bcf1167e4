import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListRooms } from '../../../features/org/list-rooms.ts';

/** A room of the committees by name, with where it is and how many it holds. `given` is the form item's. */
export function RoomSelect(given: object) {
  const { t } = useTranslation('org');
  const { data, isPending } = useListRooms({ activeOnly: true }, { staleTimeMs: 300_000 });
  return (
    <Select
      {...given}
      allowClear
      loading={isPending}
      placeholder={t('room.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={(data?.rooms ?? []).map(({ id, name, unitName, capacity }) => ({
        value: id,
        label: t('room.option', { name, unit: unitName, count: capacity }),
      }))}
    />
  );
}
