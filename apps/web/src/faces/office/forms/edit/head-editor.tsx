import { type FormPeriod, formPeriods } from '@linli/domain';
import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListLegalItems } from '../../../../features/forms/list-legal-items.ts';
import { CommitteeSelect } from '../committee-select.tsx';
import styles from '../forms.module.css';
import type { EditorPart } from './editor-part.ts';
import { RowsEditor } from './rows-editor.tsx';

/** What is asked, of whom, on which law, how often and until when. */
export function HeadEditor({ definition, onChange }: EditorPart) {
  const { t } = useTranslation('forms');
  const items = useListLegalItems({}, { staleTimeMs: 300_000 });
  const active = items.data?.items.filter((item) => item.active) ?? [];
  const item = active.find(({ code }) => code === definition.item);
  return (
    <div className={styles.fields}>
      <label htmlFor="form-name">
        {t('edit.name')}
        <Input
          id="form-name"
          value={definition.name.zh}
          maxLength={100}
          onChange={({ target }) => onChange({ name: { ...definition.name, zh: target.value } })}
        />
      </label>
      <label htmlFor="form-item">
        {t('edit.item')}
        <Select
          id="form-item"
          value={item?.code ?? null}
          placeholder={t('edit.itemChoose')}
          onChange={(code: string) => onChange({ item: code })}
          showSearch={{ optionFilterProp: 'label' }}
          options={active.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </label>
      <label htmlFor="form-purpose">
        {t('edit.purpose')}
        <Input
          id="form-purpose"
          value={definition.purpose}
          maxLength={400}
          onChange={({ target }) => onChange({ purpose: target.value })}
        />
      </label>
      <p className={`${styles.wide} ${styles.soft}`}>
        {item === undefined ? t('edit.itemNone') : t('edit.itemLaw', { law: item.law, count: item.fields.length })}
      </p>
      <RowsEditor definition={definition} onChange={onChange} />
      <label htmlFor="form-period">
        {t('edit.period')}
        <Select<FormPeriod>
          id="form-period"
          value={definition.period}
          onChange={(period) => onChange({ period })}
          options={formPeriods.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
      </label>
      <label htmlFor="form-due">
        {t(definition.period === 'once' ? 'edit.dueOnce' : 'edit.due')}
        <InputNumber
          id="form-due"
          value={definition.dueDays}
          min={0}
          max={180}
          precision={0}
          style={{ width: '100%' }}
          onChange={(days) => onChange({ dueDays: days ?? 0 })}
        />
      </label>
      <label htmlFor="form-areas">
        {t('edit.areas')}
        <CommitteeSelect id="form-areas" value={definition.areas} onChange={(areas) => onChange({ areas })} />
      </label>
    </div>
  );
}
