import type { RegisterMapping } from '@linli/contract';
import { findRegisterField, identityDocumentKinds, identityDocumentWords, nationalCodes } from '@linli/domain';
import { Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import type { Target } from './column-table.tsx';
import styles from './imports-page.module.css';

type Found = { readonly to: string; readonly value: string; readonly count: number };
type RegisterValuesProps = {
  readonly mapping: RegisterMapping;
  readonly found: readonly Found[];
  readonly labelOf: (to: string) => string;
  readonly onChange: (values: RegisterMapping['values']) => void;
};

/** Words of coded columns that nothing is known of, and which code each is. */
export function RegisterValues({ mapping, found, labelOf, onChange }: RegisterValuesProps) {
  const { t } = useTranslation('imports');
  const optionsOf = useCodeOptions(mapping.noun);
  if (found.length === 0) return null;
  const mappedValue = ({ to, value }: Found) =>
    mapping.values.find((one) => one.to === to && one.from === value)?.value;
  function set({ to, value: from }: Found, value: string | undefined): void {
    const others = mapping.values.filter((one) => !(one.to === to && one.from === from));
    onChange(value === undefined || value === '' ? others : [...others, { to, from, value }]);
  }
  return (
    <section className={styles.section}>
      <h3>{t('register.values')}</h3>
      <Table<Found>
        size="small"
        rowKey={(row) => `${row.to} ${row.value}`}
        dataSource={[...found]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'to', title: t('mapping.what'), width: 160, render: (_, row) => labelOf(row.to) },
          { key: 'from', title: t('mapping.from'), dataIndex: 'value', width: 220 },
          { key: 'count', title: t('mapping.count'), dataIndex: 'count', width: 88, align: 'right' },
          {
            key: 'value',
            title: t('mapping.value'),
            render: (_, row) => {
              const options = optionsOf(row.to);
              return options === null ? (
                <Input
                  aria-label={row.value}
                  value={mappedValue(row) ?? ''}
                  onChange={(event) => set(row, event.target.value)}
                />
              ) : (
                <Select
                  aria-label={row.value}
                  allowClear
                  value={mappedValue(row)}
                  onChange={(value: string | undefined) => set(row, value)}
                  options={options}
                  showSearch={{ optionFilterProp: 'label' }}
                  style={{ width: 260 }}
                />
              );
            },
          },
        ]}
      />
    </section>
  );
}

/** The codes a column may hold, in words; null where it is free text. */
function useCodeOptions(noun: RegisterMapping['noun']): (to: string) => Target[] | null {
  const { t } = useTranslation('imports');
  const local = useLocalText();
  return (to) => {
    if (to === 'relation')
      return nationalCodes.familyRelation.rows.map((row) => ({ value: row.code, label: local(row) }));
    if (to === 'documentKind')
      return identityDocumentKinds.map((kind) => ({ value: kind, label: local(identityDocumentWords[kind]) }));
    const field = findRegisterField(noun, to.replace(/^field\./, ''));
    if (field?.kind === 'boolean')
      return (['yes', 'no'] as const).map((value) => ({ value, label: t(`register.answer.${value}`) }));
    return field?.options?.map(({ value, label }) => ({ value, label: local(label) })) ?? null;
  };
}
