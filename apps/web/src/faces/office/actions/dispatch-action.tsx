import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatchCase } from '../../../features/cases/dispatch-case.ts';
import { useSuggestTargets } from '../../../features/cases/suggest-targets.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { dispatchTo, isSendable, keyOfTarget } from './dispatch-target.ts';
import { TargetList } from './target-list.tsx';

type Values = { words?: string; urgent?: boolean; ruling?: boolean };

/** Sends the case on: the rule's suggestion stands first and focused, Enter sends. */
export function DispatchAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { data, isPending } = useSuggestTargets({ caseId: detail.id });
  const { mutateAsync } = useDispatchCase();
  const [form] = Form.useForm<Values>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<string | undefined>();
  const targets = (data?.targets ?? []).filter(isSendable);
  const target = targets.find((each) => keyOfTarget(each) === chosen) ?? targets[0];
  const wasReturned = detail.story.some((entry) => entry.kind === 'return');

  async function send(values: Values): Promise<unknown> {
    const to = unitId === undefined ? dispatchTo(target) : { kind: 'unit' as const, unitId };
    const urgent = values.urgent === true ? { urgent: true } : {};
    const rest = { words: values.words ?? '', ruling: values.ruling === true, ...urgent };
    return mutateAsync({ caseId: detail.id, seq: detail.seq, to, ...rest });
  }

  return (
    <ActionForm<Values>
      form={form}
      title={t('act.dispatch.title', { number: detail.number })}
      submitLabel={t('act.dispatch.submit')}
      doneWords={t('act.dispatch.done', { number: detail.number })}
      width={640}
      initialValues={{ urgent: detail.urgent }}
      onSubmit={send}
      onClose={onClose}
    >
      {isPending ? (
        <Skeleton rows={3} />
      ) : (
        <TargetList
          targets={targets}
          chosen={unitId === undefined && target !== undefined ? keyOfTarget(target) : null}
          onChoose={(key) => {
            setChosen(key);
            setUnitId(undefined);
          }}
          onSend={form.submit}
        />
      )}
      <Form.Item label={t('act.dispatch.other')} style={{ marginTop: 12 }}>
        <UnitSelect value={unitId} onChange={setUnitId} allowClear label={t('act.dispatch.other')} />
      </Form.Item>
      <Form.Item name="words" label={t('act.dispatch.words')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="urgent" valuePropName="checked" noStyle>
        <Checkbox>{t('act.dispatch.urgent')}</Checkbox>
      </Form.Item>
      {wasReturned ? (
        <Form.Item name="ruling" valuePropName="checked" noStyle>
          <Checkbox>{t('act.dispatch.ruling')}</Checkbox>
        </Form.Item>
      ) : null}
    </ActionForm>
  );
}
