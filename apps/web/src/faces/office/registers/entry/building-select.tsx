import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchAddresses } from '../../../../features/places/search-addresses.ts';

/** A building as it was chosen: the name is needed for what will stand in it. */
export type ChosenBuilding = { readonly id: string; readonly address: string };
export type BuildingSelectProps = {
  readonly id?: string;
  readonly value?: ChosenBuilding | undefined;
  readonly onChange?: (building: ChosenBuilding | undefined) => void;
};

/** A building, found by words of its address. */
export function BuildingSelect({ id, value, onChange }: BuildingSelectProps) {
  const { t } = useTranslation('registers');
  const [words, setWords] = useState('');
  const { data, isFetching } = useSearchAddresses(
    { text: words, limit: 12 },
    { enabled: words !== '', keepPrevious: true, staleTimeMs: 300_000 },
  );
  const hits = words === '' ? [] : (data?.hits ?? []).filter((hit) => hit.kind === 'building');
  const options = [
    ...(value === undefined || hits.some((hit) => hit.id === value.id)
      ? []
      : [{ value: value.id, label: value.address }]),
    ...hits.map((hit) => ({ value: hit.id, label: hit.address })),
  ];
  return (
    <Select<string | undefined>
      {...(id === undefined ? {} : { id })}
      value={value?.id}
      onChange={(next) => {
        const option = options.find((one) => one.value === next);
        onChange?.(option === undefined ? undefined : { id: option.value, address: option.label });
      }}
      allowClear
      showSearch={{ filterOption: false, onSearch: (typed) => setWords(typed.trim()) }}
      loading={isFetching}
      placeholder={t('find.building')}
      notFoundContent={words === '' ? t('find.type') : t('find.none')}
      style={{ width: '100%' }}
      options={options}
    />
  );
}
