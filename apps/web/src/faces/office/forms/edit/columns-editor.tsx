import type { FormColumn, FormDefinition } from '@linli/domain';
import { Button, Input, Select, Table } from 'antd';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormTags } from '../../../../features/forms/use-form-tags.ts';
import styles from '../forms.module.css';
import { bindColumn, bindingOf, freeKey, possibleBindings } from './binding.ts';
import { FigureEditor } from './figure-editor.tsx';
import { useBindingWords } from './use-binding-words.ts';

export type ColumnsEditorProps = {
  readonly definition: FormDefinition;
  readonly onChange: (columns: FormColumn[]) => void;
};

const empties = ['ask', 'blank', 'no'] as const;

/** The columns in their order: heading, what it is bound to, and what an empty field means. */
export function ColumnsEditor({ definition, onChange }: ColumnsEditorProps) {
  const { t } = useTranslation('forms');
  const words = useBindingWords(definition.rows);
  const { columns } = definition;
  const { tags } = useFormTags();
  const options = possibleBindings(definition.rows, tags).map(({ group, bindings }) => ({
    label: t(`bindGroup.${group}`),
    title: group,
    options: bindings.map((value) => ({ value, label: words(value) })),
  }));
  const put = (at: number, column: FormColumn) => onChange(columns.toSpliced(at, 1, column));
  const move = (at: number, to: number) => {
    const column = columns[at];
    if (column !== undefined && to >= 0 && to < columns.length)
      onChange(columns.toSpliced(at, 1).toSpliced(to, 0, column));
  };
  const add = () =>
    onChange([
      ...columns,
      { key: freeKey(columns), label: { zh: t('edit.newColumn') }, bind: 'computed', computed: 'committee' },
    ]);
  return (
    <section className={styles.section} aria-label={t('edit.columns')}>
      <h2>{t('edit.columnsCount', { count: columns.length })}</h2>
      <Table<FormColumn>
        size="small"
        rowKey="key"
        pagination={false}
        dataSource={[...columns]}
        expandable={{
          showExpandColumn: false,
          expandedRowKeys: columns.filter(({ bind }) => bind === 'figure').map(({ key }) => key),
          expandedRowRender: (column, at) =>
            column.bind === 'figure' ? <FigureEditor column={column} onChange={(next) => put(at, next)} /> : null,
        }}
        columns={[
          {
            key: 'label',
            title: t('edit.heading'),
            render: (_, column, at) => (
              <Input
                aria-label={t('edit.headingOf', { at: at + 1 })}
                value={column.label.zh}
                maxLength={100}
                onChange={({ target }) => {
                  const label = { ...column.label, zh: target.value };
                  put(
                    at,
                    column.bind === 'asked'
                      ? { ...column, label, ask: { ...column.ask, label } }
                      : { ...column, label },
                  );
                }}
              />
            ),
          },
          {
            key: 'bind',
            title: t('edit.bound'),
            width: 240,
            render: (_, column, at) => (
              <Select
                aria-label={t('edit.boundOf', { at: at + 1 })}
                style={{ width: '100%' }}
                value={bindingOf(column)}
                labelRender={({ value }) => words(String(value))}
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
                onChange={(binding: string) => put(at, bindColumn(column, binding))}
              />
            ),
          },
          {
            key: 'empty',
            title: t('edit.whenEmpty'),
            width: 150,
            render: (_, column, at) =>
              column.bind === 'field' ? (
                <Select
                  aria-label={t('edit.whenEmptyOf', { at: at + 1 })}
                  style={{ width: '100%' }}
                  value={column.whenEmpty}
                  options={empties.map((value) => ({ value, label: t(`whenEmpty.${value}`) }))}
                  onChange={(whenEmpty) => put(at, { ...column, whenEmpty })}
                />
              ) : null,
          },
          {
            key: 'move',
            title: t('edit.order'),
            width: 112,
            render: (_, column, at) => (
              <span className={styles.buttons}>
                <Button
                  size="small"
                  type="text"
                  disabled={at === 0}
                  aria-label={t('edit.up', { label: column.label.zh })}
                  icon={<ArrowUp size={14} aria-hidden="true" />}
                  onClick={() => move(at, at - 1)}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={at === columns.length - 1}
                  aria-label={t('edit.down', { label: column.label.zh })}
                  icon={<ArrowDown size={14} aria-hidden="true" />}
                  onClick={() => move(at, at + 1)}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={columns.length === 1}
                  aria-label={t('edit.removeColumn', { label: column.label.zh })}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => onChange(columns.toSpliced(at, 1))}
                />
              </span>
            ),
          },
        ]}
      />
      <div className={styles.row}>
        <Button icon={<Plus size={14} aria-hidden="true" />} disabled={columns.length >= 60} onClick={add}>
          {t('edit.addColumn')}
        </Button>
      </div>
    </section>
  );
}
