import { ApiError } from '@linli/client';
import { AreaGeometry, type AreaView } from '@linli/contract';
import { Alert, App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRedrawAreas } from '../../../features/places/redraw-areas.ts';
import type { AreaCollection } from '../../../ui/map/map-view-props.ts';
import { siteToday } from '../words/site-time.ts';
import { markRefused, stayOnEnter } from './change-form.ts';
import { ChangeItems } from './change-items.tsx';
import styles from './places-page.module.css';
import type { Problem } from './problem.ts';
import { ProblemList } from './problem-list.tsx';
import type { BorderDraft } from './use-border-draft.ts';

type Values = { validFrom: string; reason: string; name: string };
export type RedrawPanelProps = {
  readonly area: AreaView;
  readonly areas: AreaCollection | undefined;
  readonly draft: BorderDraft;
  readonly isReplacing: boolean;
  readonly onReplacing: (isReplacing: boolean) => void;
  readonly problems: readonly Problem[];
  readonly onProblems: (problems: readonly Problem[]) => void;
  readonly onDone: () => void;
};

/** Move corners (the neighbour follows) or draw anew; check as often as one likes, then save from a day on. */
export function RedrawPanel(props: RedrawPanelProps) {
  const { area, areas, draft, isReplacing, onReplacing, problems, onProblems, onDone } = props;
  const { t } = useTranslation(['places', 'office', 'common', 'ui']);
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useRedrawAreas();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string | null>(null);
  // What was found fine is fine only until the next move.
  const [checked, setChecked] = useState<BorderDraft['changes'] | null>(null);
  const isChecked = checked === draft.changes;
  const names = areas?.features
    .filter((each) => draft.changes.has(each.properties.id))
    .map((each) => each.properties.name);
  const parentId = area.parentId;

  async function send(values: Values, how: 'check' | 'save'): Promise<void> {
    if (parentId === null) return;
    setRefusal(null);
    const changed = [...draft.changes].map(([areaId, geometry]) => ({ areaId, geometry }));
    const renamed = values.name.trim() !== area.name;
    if (changed.length === 0 && !renamed) {
      setRefusal(t('places:redraw.nothingYet'));
      return;
    }
    const own = { areaId: area.id, ...(renamed ? { name: values.name.trim() } : {}) };
    const moved = changed.map((each) => (each.areaId === area.id ? { ...each, ...own } : each));
    const changes = renamed && !draft.changes.has(area.id) ? [own, ...moved] : moved;
    try {
      const { validFrom, reason } = values;
      const answer = await mutateAsync({ parentId, validFrom, reason, dryRun: how === 'check', changes });
      onProblems(answer.problems);
      setChecked(draft.changes);
      if (!answer.saved) return;
      message.success(t('places:redraw.saved', { name: area.name }));
      onDone();
    } catch (error) {
      // Where it overlaps or gapes is said, not only how often.
      if (how === 'save' && error instanceof ApiError && error.code === 'areas-problem') await send(values, 'check');
      setRefusal(markRefused(form, error, { unknown: t('office:refusal.unknown') }));
    }
  }
  async function check(): Promise<void> {
    const values = form.getFieldsValue();
    await send({ ...values, reason: values.reason?.trim() || t('places:redraw.checkReason') }, 'check');
  }
  function paste(text: string): void {
    const geometry = readGeometry(text);
    if (geometry === null) setRefusal(t('places:redraw.badGeometry'));
    else draft.replace(area.id, geometry);
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      onKeyDown={stayOnEnter}
      initialValues={{ validFrom: siteToday(new Date(), 1), name: area.name, reason: '' }}
      onFinish={(values) => void send(values, 'save')}
    >
      <p className={styles.note}>{t(isReplacing ? 'places:redraw.howReplace' : 'places:redraw.howCorners')}</p>
      <Checkbox checked={isReplacing} onChange={(event) => onReplacing(event.target.checked)}>
        {t('places:redraw.replace')}
      </Checkbox>
      <p role="status">
        {names === undefined || names.length === 0
          ? t('places:redraw.nothingYet')
          : t('places:redraw.changed', { names: names.join(t('common:listJoin')) })}
      </p>
      <Form.Item name="name" label={t('places:change.name')} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <details className={styles.paste}>
        <summary>{t('places:redraw.paste')}</summary>
        <Input.TextArea
          aria-label={t('places:redraw.paste')}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onBlur={(event) => {
            if (event.target.value.trim() !== '') paste(event.target.value);
          }}
        />
      </details>
      <ChangeItems />
      {refusal === null ? null : <Alert type="error" showIcon title={refusal} style={{ marginBottom: 12 }} />}
      {isChecked && problems.length === 0 && refusal === null ? (
        <Alert type="success" showIcon title={t('places:check.fine')} style={{ marginBottom: 12 }} />
      ) : null}
      <ProblemList problems={problems} />
      <div className={styles.buttons}>
        <Button onClick={() => void check()} loading={isPending}>
          {t('places:redraw.check')}
        </Button>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('common:action.save')}
        </Button>
        <Button onClick={onDone}>{t('common:action.cancel')}</Button>
      </div>
    </Form>
  );
}

function readGeometry(text: string): AreaGeometry | null {
  try {
    const raw: unknown = JSON.parse(text);
    const inner = typeof raw === 'object' && raw !== null && 'geometry' in raw ? raw.geometry : raw;
    const parsed = AreaGeometry.safeParse(inner);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
