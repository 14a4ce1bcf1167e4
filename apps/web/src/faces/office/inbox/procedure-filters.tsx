import type { CaseFilter, listCaseTypes, OutputOf } from '@linli/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListPacks } from '../../../features/cases/list-packs.ts';
import { useMay } from '../shell/use-session.ts';
import { GroupSelect } from '../stages/group-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import type { FilterChange } from './inbox-search.ts';
import { stageOptions } from './stage-options.ts';

export type ProcedureFiltersProps = {
  readonly filter: CaseFilter;
  readonly types: OutputOf<typeof listCaseTypes>['types'];
  readonly onChange: (change: FilterChange) => void;
};

/** Filters of procedures: pack, stage, joint community. */
export function ProcedureFilters({ filter, types, onChange }: ProcedureFiltersProps) {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const mayTypes = useMay('types:read');
  const packs = useListPacks({}, { enabled: mayTypes, staleTimeMs: 300_000 });
  const codes = filter.typeCodes;
  const stages = stageOptions(
    types
      .map(({ definition }) => definition)
      .filter(({ code }) => codes === undefined || codes.length === 0 || codes.includes(code)),
    local,
  );
  return (
    <>
      {packs.data === undefined ? null : (
        <Select
          allowClear
          aria-label={t('filter.pack')}
          placeholder={t('filter.pack')}
          value={filter.pack}
          onChange={(pack: string | undefined) => onChange({ pack })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={packs.data.packs
            .filter(({ caseTypes }) => caseTypes > 0)
            .map(({ pack, name }) => ({ value: pack, label: local(name) }))}
        />
      )}
      <Select
        allowClear
        aria-label={t('filter.stage')}
        placeholder={t('filter.stage')}
        value={filter.stage}
        onChange={(stage: string | undefined) => onChange({ stage })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={stages}
      />
      <GroupSelect value={filter.areaGroupId} onChange={(areaGroupId) => onChange({ areaGroupId })} />
    </>
  );
}
