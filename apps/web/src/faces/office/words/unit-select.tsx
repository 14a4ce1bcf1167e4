import type { unitKinds } from '@linli/domain';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListUnits } from '../../../features/org/list-units.ts';

export type UnitSelectProps = {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (unitId: string | undefined) => void;
  readonly autoFocus?: boolean;
  readonly allowClear?: boolean;
  readonly placeholder?: string;
  readonly label?: string;
  /** Where not every unit may be chosen. */
  readonly only?: readonly string[] | undefined;
  /** Where not every kind of unit may be chosen. */
  readonly kinds?: readonly (typeof unitKinds)[number][];
};

/** A unit by its name, grouped by kind; those no longer active are not offered. */
export function UnitSelect(props: UnitSelectProps) {
  const { id, value, onChange, autoFocus, allowClear, placeholder, label, only, kinds: offered } = props;
  const { t } = useTranslation('org');
  const { data, isPending } = useListUnits({}, { staleTimeMs: 300_000 });
  const active = (data?.units ?? []).filter(
    (unit) =>
      unit.id === value ||
      (unit.active &&
        (only === undefined || only.includes(unit.id)) &&
        (offered === undefined || offered.includes(unit.kind))),
  );
  const kinds = [...new Set(active.map((unit) => unit.kind))];
  return (
    <Select<string | undefined>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value}
      onChange={(next) => onChange?.(next)}
      autoFocus={autoFocus === true}
      allowClear={allowClear === true}
      placeholder={placeholder ?? t('unit.choose')}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      popupMatchSelectWidth={false}
      options={kinds.map((kind) => ({
        label: t(`unitKind.${kind}`),
        title: kind,
        options: active.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.id, label: unit.name })),
      }))}
    />
  );
}
