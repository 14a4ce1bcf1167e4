import { useTranslation } from 'react-i18next';
import { useAskSuspension } from '../../../features/cases/ask-suspension.ts';
import { useAskVoid } from '../../../features/cases/ask-void.ts';
import { useDeclineCase } from '../../../features/cases/decline-case.ts';
import { useResumeCase } from '../../../features/cases/resume-case.ts';
import { useSuperviseCase } from '../../../features/cases/supervise-case.ts';
import { useUrgeCase } from '../../../features/cases/urge-case.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { WordsItem } from './words-item.tsx';

type Words = { words?: string };
type Reason = { reason: string };

/** Not taken up; the reporter reads the reason. */
export function DeclineAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useDeclineCase();
  return (
    <ActionForm<Reason>
      title={t('act.decline.title', { number: detail.number })}
      explains={t('act.decline.explains')}
      submitLabel={t('act.decline.submit')}
      doneWords={t('act.decline.done', { number: detail.number })}
      danger
      onSubmit={({ reason }) => mutateAsync({ caseId: detail.id, seq: detail.seq, reason })}
      onClose={onClose}
    >
      <WordsItem name="reason" required label={t('act.decline.words')} hint={t('act.decline.hint')} />
    </ActionForm>
  );
}

/** Clocks stand still while something outside must happen first; the duty chief decides. */
export function AskSuspensionAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useAskSuspension();
  return (
    <ActionForm<Reason>
      title={t('act.ask-suspension.title', { number: detail.number })}
      explains={t('act.ask-suspension.explains')}
      submitLabel={t('act.ask-suspension.submit')}
      doneWords={t('act.ask-suspension.done')}
      onSubmit={({ reason }) => mutateAsync({ caseId: detail.id, seq: detail.seq, reason })}
      onClose={onClose}
    >
      <WordsItem name="reason" required label={t('act.ask-suspension.words')} />
    </ActionForm>
  );
}

/** Void, once a second person agrees. */
export function AskVoidAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useAskVoid();
  return (
    <ActionForm<Reason>
      title={t('act.ask-void.title', { number: detail.number })}
      explains={t('act.ask-void.explains')}
      submitLabel={t('act.ask-void.submit')}
      doneWords={t('act.ask-void.done')}
      danger
      onSubmit={({ reason }) => mutateAsync({ caseId: detail.id, seq: detail.seq, reason })}
      onClose={onClose}
    >
      <WordsItem name="reason" required label={t('act.ask-void.words')} />
    </ActionForm>
  );
}

/** A leader asks for an answer; the mark stays until the case is closed. */
export function SuperviseAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useSuperviseCase();
  return (
    <ActionForm<{ words: string }>
      title={t('act.supervise.title', { number: detail.number })}
      explains={t('act.supervise.explains')}
      submitLabel={t('act.supervise.submit')}
      doneWords={t('act.supervise.done')}
      onSubmit={({ words }) => mutateAsync({ caseId: detail.id, seq: detail.seq, words })}
      onClose={onClose}
    >
      <WordsItem name="words" required label={t('act.supervise.words')} />
    </ActionForm>
  );
}

/** Whoever has it is told at once. */
export function UrgeAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useUrgeCase();
  return (
    <ActionForm<Words>
      title={t('act.urge.title', { number: detail.number })}
      explains={t('act.urge.explains', { holder: detail.holder?.name ?? t('nobody') })}
      submitLabel={t('act.urge.submit')}
      doneWords={t('act.urge.done')}
      onSubmit={({ words }) => mutateAsync({ caseId: detail.id, seq: detail.seq, words: words ?? '' })}
      onClose={onClose}
    >
      <WordsItem name="words" max={500} label={t('act.urge.words')} />
    </ActionForm>
  );
}

/** What stood in the way is gone: the clocks go on with what was left. */
export function ResumeAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useResumeCase();
  return (
    <ActionForm<Words>
      title={t('act.resume.title', { number: detail.number })}
      explains={t('act.resume.explains')}
      submitLabel={t('act.resume.submit')}
      doneWords={t('act.resume.done')}
      onSubmit={({ words }) => mutateAsync({ caseId: detail.id, seq: detail.seq, words: words ?? '' })}
      onClose={onClose}
    >
      <WordsItem name="words" label={t('act.resume.words')} />
    </ActionForm>
  );
}
