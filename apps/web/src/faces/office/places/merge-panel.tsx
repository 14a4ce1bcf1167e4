import type { AreaView } from '@linli/contract';
import { Alert, App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMergeAreas } from '../../../features/places/merge-areas.ts';
import type { AreaCollection } from '../../../ui/map/map-view-props.ts';
import { siteToday } from '../words/site-time.ts';
import { markRefused, stayOnEnter } from './change-form.ts';
import { ChangeItems } from './change-items.tsx';
import styles from './places-page.module.css';
import { siblingsIn } from './use-border-draft.ts';

type Values = { name: string; validFrom: string; reason: string };
export type MergePanelProps = {
  readonly area: AreaView;
  readonly areas: AreaCollection | undefined;
  readonly chosen: readonly string[];
  readonly onChosen: (areaIds: readonly string[]) => void;
  /** Given the new area. */
  readonly onDone: (areaId: string) => void;
};

/** Neighbours picked on the map or in the list become one new area. */
export function MergePanel({ area, areas, chosen, onChosen, onDone }: MergePanelProps) {
  const { t } = useTranslation(['places', 'office', 'common', 'ui']);
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useMergeAreas();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string | null>(null);
  const siblings = areas === undefined ? [] : siblingsIn(areas, area.parentId).features;
  const label = t('places:change.newName');

  async function save({ name, validFrom, reason }: Values): Promise<void> {
    if (chosen.length < 2) {
      setRefusal(t('places:merge.needTwo'));
      return;
    }
    setRefusal(null);
    try {
      const { successor } = await mutateAsync({ areaIds: [...chosen], name, validFrom, reason });
      message.success(t('places:merge.saved', { name: successor.name }));
      // Until the day comes, today's map still has the old areas.
      onDone(validFrom > siteToday(new Date()) ? area.id : successor.id);
    } catch (error) {
      setRefusal(markRefused(form, error, { unknown: t('office:refusal.unknown') }));
    }
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onKeyDown={stayOnEnter}
      initialValues={{ validFrom: siteToday(new Date(), 1), name: area.name }}
      onFinish={(values) => void save(values)}
    >
      <p className={styles.note}>{t('places:merge.how')}</p>
      <Form.Item label={t('places:merge.areas')}>
        <Select<string[]>
          mode="multiple"
          aria-label={t('places:merge.areas')}
          value={[...chosen]}
          onChange={onChosen}
          showSearch={{ optionFilterProp: 'label' }}
          options={siblings.map(({ properties }) => ({ value: properties.id, label: properties.name }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('ui:problem.required', { label }) }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <ChangeItems />
      {refusal === null ? null : <Alert type="error" showIcon title={refusal} style={{ marginBottom: 12 }} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('places:merge.submit', { count: chosen.length })}
        </Button>
        <Button onClick={() => onDone(area.id)}>{t('common:action.cancel')}</Button>
      </div>
    </Form>
  );
}
