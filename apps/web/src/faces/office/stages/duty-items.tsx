import { Button, Form, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import styles from './stages.module.css';

/** Duties fixed here, each with its unit and day; every one becomes a case of its own. */
export function DutyItems({ typeName }: { readonly typeName: string }) {
  const { t } = useTranslation(['stages', 'ui']);
  const label = { unit: t('stages:duty.unit'), words: t('stages:duty.words'), day: t('stages:duty.day') };
  return (
    <Form.List name="duties">
      {(rows, { add, remove }) => (
        <fieldset style={{ marginBottom: 16 }}>
          <legend>{t('stages:duty.title', { type: typeName })}</legend>
          {rows.map((row, index) => (
            <div key={row.key} className={styles.item}>
              <div className={styles.head}>
                <strong>{t('stages:duty.number', { number: index + 1 })}</strong>
                <Button
                  type="text"
                  size="small"
                  aria-label={t('stages:duty.remove', { number: index + 1 })}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => remove(row.name)}
                />
              </div>
              <div className={styles.pair}>
                <Form.Item
                  name={[row.name, 'unitId']}
                  label={label.unit}
                  rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: label.unit }) }]}
                >
                  <UnitSelect autoFocus />
                </Form.Item>
                <Form.Item
                  name={[row.name, 'handleBy']}
                  label={label.day}
                  rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: label.day }) }]}
                >
                  <DayInput min={siteToday(new Date())} />
                </Form.Item>
              </div>
              <Form.Item
                name={[row.name, 'words']}
                label={label.words}
                rules={[
                  { required: true, whitespace: true, message: t('ui:problem.required', { label: label.words }) },
                ]}
              >
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
              </Form.Item>
            </div>
          ))}
          <Button icon={<Plus size={14} aria-hidden="true" />} disabled={rows.length >= 20} onClick={() => add({})}>
            {t('stages:duty.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
