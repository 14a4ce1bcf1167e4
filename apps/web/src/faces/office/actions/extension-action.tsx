import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAskExtension } from '../../../features/cases/ask-extension.ts';
import { dueWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { TimeInput } from '../words/day-input.tsx';
import { instantOfSiteClock, siteClockOf } from '../words/site-time.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { WordsItem } from './words-item.tsx';

type Values = { until: string; reason: string };

/** More time, asked before it runs out; never longer than the first term. */
export function AskExtensionAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation(['office', 'ui']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const { mutateAsync } = useAskExtension();
  const clock = detail.clocks.find((each) => each.name === 'handle' && each.stoppedAt === null);
  const dueAt = clock?.dueAt ?? detail.promisedAt ?? now.toISOString();
  const termMs = clock === undefined ? 86_400_000 : Date.parse(clock.dueAt) - Date.parse(clock.startedAt);
  const latest = new Date(Date.parse(dueAt) + termMs);
  const label = t('office:act.ask-extension.until');
  return (
    <ActionForm<Values>
      title={t('office:act.ask-extension.title', { number: detail.number })}
      explains={t('office:act.ask-extension.explains', { when: dueWords(dueAt, now, ui) })}
      submitLabel={t('office:act.ask-extension.submit')}
      doneWords={t('office:act.ask-extension.done')}
      initialValues={{ until: siteClockOf(new Date(Date.parse(dueAt) + Math.min(termMs, 86_400_000))) }}
      onSubmit={({ until, reason }) =>
        mutateAsync({ caseId: detail.id, seq: detail.seq, until: instantOfSiteClock(until), reason })
      }
      onClose={onClose}
    >
      <Form.Item
        name="until"
        label={label}
        extra={t('office:act.ask-extension.latest', { when: dueWords(latest, now, ui) })}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <TimeInput min={siteClockOf(dueAt)} max={siteClockOf(latest)} />
      </Form.Item>
      <WordsItem name="reason" required label={t('office:act.ask-extension.words')} />
    </ActionForm>
  );
}
