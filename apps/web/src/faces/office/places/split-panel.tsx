import type { AreaView } from '@linli/contract';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSplitArea } from '../../../features/places/split-area.ts';
import { siteToday } from '../words/site-time.ts';
import { markRefused, stayOnEnter } from './change-form.ts';
import { ChangeItems } from './change-items.tsx';
import styles from './places-page.module.css';
import type { Line } from './use-draw.ts';

type Values = { first: string; second: string; validFrom: string; reason: string };
export type SplitPanelProps = {
  readonly area: AreaView;
  readonly line: Line | null;
  /** Given the area to look at next. */
  readonly onDone: (areaId: string) => void;
};

/** One area becomes two along a line drawn across it; the old code retires. */
export function SplitPanel({ area, line, onDone }: SplitPanelProps) {
  const { t } = useTranslation(['places', 'office', 'common', 'ui']);
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useSplitArea();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string | null>(null);
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('ui:problem.required', { label }) },
  ];

  async function save({ first, second, validFrom, reason }: Values): Promise<void> {
    if (line === null) {
      setRefusal(t('places:split.noLine'));
      return;
    }
    setRefusal(null);
    try {
      const { successors } = await mutateAsync({ areaId: area.id, line, validFrom, names: [first, second], reason });
      message.success(t('places:split.saved', { first, second }));
      // Until the day comes, today's map still has the old area.
      const next = validFrom > siteToday(new Date()) ? undefined : successors[0]?.id;
      onDone(next ?? area.id);
    } catch (error) {
      const names = { 'names.0': 'first', 'names.1': 'second' } as const;
      setRefusal(markRefused(form, error, { unknown: t('office:refusal.unknown'), names }));
    }
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onKeyDown={stayOnEnter}
      initialValues={{ validFrom: siteToday(new Date(), 1) }}
      onFinish={(values) => void save(values)}
    >
      <p className={styles.note}>{t('places:split.how')}</p>
      <p role="status">{t(line === null ? 'places:split.noLine' : 'places:split.hasLine')}</p>
      <Form.Item name="first" label={t('places:split.first')} rules={required(t('places:split.first'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="second" label={t('places:split.second')} rules={required(t('places:split.second'))}>
        <Input maxLength={60} />
      </Form.Item>
      <ChangeItems />
      {refusal === null ? null : <Alert type="error" showIcon title={refusal} style={{ marginBottom: 12 }} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('places:split.submit')}
        </Button>
        <Button onClick={() => onDone(area.id)}>{t('common:action.cancel')}</Button>
      </div>
    </Form>
  );
}
