import type { CallOutput } from '@linli/client';
import { type ImportRun, type proposeMapping, type RegisterMapping, registerColumns } from '@linli/contract';
import { findRegisterField } from '@linli/domain';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import { ColumnTable } from './column-table.tsx';
import styles from './imports-page.module.css';
import { RegisterValues } from './register-values.tsx';

type RegisterMappingFormProps = {
  readonly run: ImportRun;
  readonly mapping: RegisterMapping;
  readonly proposal: CallOutput<typeof proposeMapping>;
  readonly onChange: (mapping: RegisterMapping) => void;
};

/** How a list of people, homes or things is read: its columns, the words of its codes, and what to do with places nobody knows. */
export function RegisterMappingForm({ run, mapping, proposal, onChange }: RegisterMappingFormProps) {
  const { t } = useTranslation('imports');
  const local = useLocalText();
  const change = (part: Partial<RegisterMapping>) => onChange({ ...mapping, ...part });
  const labelOf = (to: string): string => {
    const column = registerColumns.find((one) => one === to);
    if (column) return t(`register.column.${column}`);
    const field = findRegisterField(mapping.noun, to.replace(/^field\./, ''));
    return field ? local(field.label) : to;
  };
  return (
    <>
      <div className={styles.row}>
        <label htmlFor="mapping-place">
          {t('register.unknownPlace')}
          <Select
            id="mapping-place"
            value={mapping.unknownPlace}
            onChange={(unknownPlace) => change({ unknownPlace })}
            options={(['bad', 'keep'] as const).map((value) => ({ value, label: t(`register.place.${value}`) }))}
            style={{ width: 280 }}
          />
        </label>
        {proposal.mayLowerChecks && mapping.noun === 'person' ? (
          <label htmlFor="mapping-digit">
            {t('register.checkDigit')}
            <Select
              id="mapping-digit"
              value={mapping.checkDigit}
              onChange={(checkDigit) => change({ checkDigit })}
              options={(['strict', 'test'] as const).map((value) => ({ value, label: t(`register.digit.${value}`) }))}
              style={{ width: 280 }}
            />
          </label>
        ) : null}
      </div>
      <ColumnTable
        headings={run.headings}
        sample={proposal.sample}
        columns={mapping.columns}
        targets={proposal.targets.map((to) => ({ value: to, label: labelOf(to) }))}
        onChange={(columns) => change({ columns })}
      />
      <RegisterValues
        mapping={mapping}
        found={proposal.found}
        labelOf={labelOf}
        onChange={(values) => change({ values })}
      />
    </>
  );
}
