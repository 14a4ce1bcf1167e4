import { type CaseFilter, channels } from '@linli/contract';
import { caseStates } from '@linli/domain';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { AreaSelect } from '../words/area-select.tsx';
import { DayInput } from '../words/day-input.tsx';
import { dayEndingAt, endOfSiteDay, siteClockOf, startOfSiteDay } from '../words/site-time.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import type { FilterChange } from './inbox-search.ts';
import styles from './inbox-view.module.css';
import { ProcedureFilters } from './procedure-filters.tsx';

export type FilterFormProps = {
  readonly filter: CaseFilter;
  readonly onChange: (change: FilterChange) => void;
};

/** Every filter of the list; each takes hold at once and stands in the address. */
export function FilterForm({ filter, onChange }: FilterFormProps) {
  const { t } = useTranslation('office');
  const { t: stages } = useTranslation('stages');
  const local = useLocalText();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  return (
    <div className={styles.filters}>
      <Select
        className={styles.wide ?? ''}
        mode="multiple"
        allowClear
        aria-label={t('filter.states')}
        placeholder={t('filter.states')}
        value={filter.states ?? []}
        onChange={(states) => onChange({ states: states.length === 0 ? undefined : states, open: undefined })}
        options={caseStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <Select
        className={styles.wide ?? ''}
        mode="multiple"
        allowClear
        aria-label={t('filter.types')}
        placeholder={t('filter.types')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.typeCodes ?? []}
        onChange={(typeCodes) => onChange({ typeCodes: typeCodes.length === 0 ? undefined : typeCodes })}
        options={(types.data?.types ?? []).map(({ definition }) => ({
          value: definition.code,
          label: local(definition.name),
        }))}
      />
      <AreaSelect
        label={t('filter.area')}
        value={filter.areaId}
        onChange={(areaId) => onChange({ areaId })}
        allowClear
      />
      <UnitSelect
        label={t('filter.unit')}
        placeholder={t('filter.unit')}
        allowClear
        value={filter.unitId}
        onChange={(unitId) => onChange({ unitId })}
      />
      <Select
        allowClear
        aria-label={t('filter.channel')}
        placeholder={t('filter.channel')}
        value={filter.channel}
        onChange={(channel: CaseFilter['channel']) => onChange({ channel })}
        options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <Select
        allowClear
        aria-label={t('filter.pending')}
        placeholder={t('filter.pending')}
        value={filter.pending}
        onChange={(pending: CaseFilter['pending']) => onChange({ pending })}
        options={(['any', 'extension', 'suspension', 'void', 'exclusion'] as const).map((value) => ({
          value,
          label: t(`pending.${value}`),
        }))}
      />
      <ProcedureFilters filter={filter} onChange={onChange} types={types.data?.types ?? []} />
      <div className={styles.days}>
        <label htmlFor="filter-from">
          {t('filter.from')}
          <DayInput
            id="filter-from"
            value={filter.reportedFrom === undefined ? '' : siteClockOf(filter.reportedFrom).slice(0, 10)}
            onChange={(day) => onChange({ reportedFrom: day === '' ? undefined : startOfSiteDay(day) })}
          />
        </label>
        <label htmlFor="filter-until">
          {t('filter.until')}
          <DayInput
            id="filter-until"
            value={filter.reportedUntil === undefined ? '' : dayEndingAt(filter.reportedUntil)}
            onChange={(day) => onChange({ reportedUntil: day === '' ? undefined : endOfSiteDay(day) })}
          />
        </label>
      </div>
      <div className={styles.checks}>
        {(
          [
            ['overdue', t('filter.overdue')],
            ['supervised', t('filter.supervised')],
            ['partsMine', stages('filter.partsMine')],
            ['sealed', stages('filter.sealed')],
          ] as const
        ).map(([key, words]) => (
          <Checkbox
            key={key}
            checked={filter[key] === true}
            onChange={({ target }) => onChange({ [key]: target.checked ? true : undefined })}
          >
            {words}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}
