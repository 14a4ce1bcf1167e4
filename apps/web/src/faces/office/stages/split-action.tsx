import { Button, Form, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSplitCase } from '../../../features/cases/split-case.ts';
import { dueWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ActionForm } from '../actions/action-form.tsx';
import type { CaseActionProps } from '../actions/case-action-props.ts';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { type SplitValues, splitInput, splitValues } from './advance-input.ts';
import styles from './stages.module.css';

/** Forms the task force, or forms it anew: the first unit leads, each is told what is asked of it and until when. */
export function SplitAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation(['stages', 'office', 'ui']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const { mutateAsync } = useSplitCase();
  const [form] = Form.useForm<SplitValues>();
  const chosen = Form.useWatch('parts', form);
  const label = { unit: t('stages:force.unit'), words: t('stages:force.asked'), day: t('stages:force.day') };

  // A stage that waits for answers may wait for one unit’s alone.
  const fewest = detail.type.stages.some(({ parts }) => parts !== undefined) ? 1 : 2;

  // Who decides and in what order, where the stage says so.
  const order = detail.current?.parts ?? null;
  const explains = order === null ? 'stages:force.explains' : (`stages:force.explainsOrder.${order}` as const);

  const started = splitValues(detail);
  const firstEmpty = Math.max(
    0,
    started.parts.findIndex(({ unitId }) => unitId === undefined),
  );

  function roleOf(index: number, count: number): string {
    if (index === 0 && count > 1) return t(order === null ? 'stages:force.lead' : 'stages:force.leadGathers');
    return order === 'in-order'
      ? t('stages:force.turn', { number: count > 1 ? index : 1 })
      : t(order === null ? 'stages:force.member' : 'stages:force.decides');
  }

  function dueOf(index: number): string | undefined {
    const part = detail.parts.find(({ unitId }) => unitId === chosen?.[index]?.unitId);
    return part?.dueAt === undefined || part.dueAt === null
      ? undefined
      : t('stages:force.dayKept', { when: dueWords(part.dueAt, now, ui) });
  }

  return (
    <ActionForm<SplitValues>
      title={t('stages:force.form', { number: detail.number })}
      explains={t(explains)}
      submitLabel={t('stages:force.submit')}
      doneWords={t('stages:force.done')}
      width={680}
      form={form}
      initialValues={started as Partial<SplitValues> /* empty rows are filled in by hand */}
      onSubmit={(values) => mutateAsync(splitInput(detail, values))}
      onClose={onClose}
    >
      <Form.List name="parts">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row, index) => (
              <fieldset key={row.key} className={styles.item}>
                <legend className="visually-hidden">{t('stages:force.number', { number: index + 1 })}</legend>
                <div className={styles.head}>
                  <strong>{roleOf(index, rows.length)}</strong>
                  {rows.length > fewest ? (
                    <Button
                      type="text"
                      size="small"
                      aria-label={t('stages:force.remove', { number: index + 1 })}
                      icon={<Trash2 size={14} aria-hidden="true" />}
                      onClick={() => remove(row.name)}
                    />
                  ) : null}
                </div>
                <div className={styles.pair}>
                  <Form.Item
                    name={[row.name, 'unitId']}
                    label={label.unit}
                    rules={[{ required: true, message: t('ui:problem.requiredChoice', { label: label.unit }) }]}
                  >
                    <UnitSelect autoFocus={index === firstEmpty} />
                  </Form.Item>
                  <Form.Item
                    name={[row.name, 'dueDay']}
                    label={`${label.day}${t('office:optionalMark')}`}
                    extra={dueOf(index)}
                  >
                    <DayInput min={siteToday(new Date())} />
                  </Form.Item>
                </div>
                <Form.Item name={[row.name, 'words']} label={`${label.words}${t('office:optionalMark')}`}>
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
                </Form.Item>
              </fieldset>
            ))}
            <Button icon={<Plus size={14} aria-hidden="true" />} disabled={rows.length >= 20} onClick={() => add({})}>
              {t('stages:force.add')}
            </Button>
          </>
        )}
      </Form.List>
    </ActionForm>
  );
}
