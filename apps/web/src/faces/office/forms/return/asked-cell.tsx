import type { FormField } from '@linli/domain';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFillReturn } from '../../../../features/forms/fill-return.ts';
import { useGetForm } from '../../../../features/forms/get-form.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import { useMay } from '../../shell/use-session.ts';
import { DayInput } from '../../words/day-input.tsx';
import { secondsSinceLast } from '../queue/entry-clock.ts';

export type CellPlace = {
  readonly returnId: string;
  readonly revision: number;
  readonly formId: string;
  readonly rowKey: string;
};
export type AskedCellProps = { readonly at: CellPlace; readonly columnKey: string; readonly onDone: () => void };
type Value = string | number | boolean | string[] | undefined | null;

/** What is asked for this form alone, answered in its place. */
export function AskedCell({ at, columnKey, onDone }: AskedCellProps) {
  const { t } = useTranslation(['forms', 'common', 'office']);
  const read = useReadText();
  const mayFill = useMay('forms:fill');
  const { data } = useGetForm({ formId: at.formId }, { enabled: mayFill, staleTimeMs: 300_000 });
  const [value, setValue] = useState<Value>();
  const { mutateAsync, isPending, error } = useFillReturn();
  const column = data?.definition?.columns.find(({ key }) => key === columnKey);
  if (!mayFill || column?.bind !== 'asked') return null;
  const isEmpty = value === undefined || value === null || value === '';

  async function send(): Promise<void> {
    if (value === undefined || value === null || value === '') return;
    const { returnId, revision, rowKey } = at;
    const answers = [{ rowKey, column: columnKey, value }];
    // What went wrong is shown below.
    const done = await mutateAsync({ returnId, revision, answers, tookSeconds: secondsSinceLast() }).catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <Form layout="vertical" onFinish={() => void send()}>
      <Form.Item label={read(column.ask.label)} htmlFor="asked-cell">
        <AskControl ask={column.ask} value={value} onChange={setValue} />
      </Form.Item>
      {error === null ? null : <Alert type="error" title={readRefusal(error, t('office:refusal.unknown')).message} />}
      <Button type="primary" htmlType="submit" loading={isPending} disabled={isEmpty}>
        {t('common:action.save')}
      </Button>
    </Form>
  );
}

type AskControlProps = { readonly ask: FormField; readonly value: Value; readonly onChange: (value: Value) => void };

function AskControl({ ask, value, onChange }: AskControlProps) {
  const { t } = useTranslation('common');
  const read = useReadText();
  const options = (ask.options ?? []).map((option) => ({ value: option.value, label: read(option.label) }));
  const id = 'asked-cell';
  switch (ask.kind) {
    case 'number':
    case 'money':
      return (
        <InputNumber
          id={id}
          autoFocus
          value={typeof value === 'number' ? value : null}
          {...(ask.min === undefined ? {} : { min: ask.min })}
          {...(ask.max === undefined ? {} : { max: ask.max })}
          onChange={(next) => onChange(next)}
        />
      );
    case 'select':
      return <Select id={id} value={typeof value === 'string' ? value : null} options={options} onChange={onChange} />;
    case 'multi-select':
      return (
        <Select<string[]>
          id={id}
          mode="multiple"
          value={Array.isArray(value) ? value : []}
          options={options}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Select
          id={id}
          value={typeof value === 'boolean' ? String(value) : null}
          options={[
            { value: 'true', label: t('answer.yes') },
            { value: 'false', label: t('answer.no') },
          ]}
          onChange={(next) => onChange(next === 'true')}
        />
      );
    case 'date':
      return <DayInput id={id} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
    default:
      return (
        <Input.TextArea
          id={id}
          maxLength={2000}
          autoSize
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
