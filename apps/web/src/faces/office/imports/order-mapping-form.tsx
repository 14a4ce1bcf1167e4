import type { CallOutput } from '@linli/client';
import { type ImportMapping, type ImportRun, importTargets, mappedTargets, type proposeMapping } from '@linli/contract';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { ColumnTable } from './column-table.tsx';
import { fillableFields } from './fillable-fields.ts';
import styles from './imports-page.module.css';
import { ValueTable } from './value-table.tsx';

type OrderMappingFormProps = {
  readonly run: ImportRun;
  readonly mapping: ImportMapping;
  readonly proposal: CallOutput<typeof proposeMapping>;
  readonly onChange: (mapping: ImportMapping) => void;
};

/** How a table of orders is read: its columns, and what its classes and units are here. */
export function OrderMappingForm({ run, mapping, proposal, onChange }: OrderMappingFormProps) {
  const { t } = useTranslation('imports');
  const { types, fieldsOf } = useImportTypes();
  const change = (part: Partial<ImportMapping>) => onChange({ ...mapping, ...part });
  const forms = fieldsOf(mapping).map(({ key, label }) => ({
    value: `form.${key}`,
    label: t('target.form', { key: label }),
  }));
  const found = proposal.found.flatMap(({ to, ...rest }) => {
    const known = mappedTargets.find((target) => target === to);
    return known ? [{ to: known, ...rest }] : [];
  });
  return (
    <>
      <div className={styles.row}>
        <label htmlFor="mapping-system">
          {t('mapping.system')}
          <Input
            id="mapping-system"
            value={mapping.system}
            maxLength={60}
            onChange={(event) => change({ system: event.target.value })}
          />
        </label>
        <label htmlFor="mapping-type">
          {t('mapping.fixedType')}
          <Select
            id="mapping-type"
            allowClear
            value={mapping.typeCode ?? undefined}
            onChange={(typeCode: string | undefined) => change({ typeCode: typeCode ?? null })}
            options={types}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: 240 }}
          />
        </label>
      </div>
      <ColumnTable
        headings={run.headings}
        sample={proposal.sample}
        columns={mapping.columns}
        targets={[...importTargets.map((to) => ({ value: to, label: t(`target.${to}`) })), ...forms]}
        onChange={(columns) => change({ columns })}
      />
      <ValueTable mapping={mapping} found={found} types={types} onChange={(values) => change({ values })} />
    </>
  );
}

/** The kinds an order may become, and the fields of forms a column can fill: those of the kinds this table is mapped to. */
function useImportTypes() {
  const local = useLocalText();
  const { data } = useListCaseTypes({ for: 'all' }, { staleTimeMs: 900_000 });
  const definitions = (data?.types ?? []).flatMap(({ definition }) =>
    definition.reporters.includes('import') ? [definition] : [],
  );
  return {
    types: definitions.map(({ code, name }) => ({ value: code, label: local(name) })),
    fieldsOf: (mapping: ImportMapping) => fillableFields(definitions, mapping, local),
  };
}
