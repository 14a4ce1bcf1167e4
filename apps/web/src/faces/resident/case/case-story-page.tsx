import type { CaseDetail } from '@linli/contract';
import type { FormField } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { promisedDay, promisedStep } from '../../../features/cases/promised-step.ts';
import { typeValueWords } from '../../../features/cases/type-form.ts';
import { usePublicUnits } from '../../../features/org/use-public-units.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { DueBar } from '../../../ui/due-bar.tsx';
import { Section } from '../../../ui/section.tsx';
import { areaWords } from '../parts/area-words.ts';
import parts from '../parts/parts.module.css';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './case.module.css';
import { CaseActions } from './case-actions.tsx';
import { CasePhotos } from './case-photos.tsx';
import { CaseStory } from './case-story.tsx';
import { SigningAsk } from './signing-ask.tsx';
import { StageActions } from './stage-actions.tsx';
import { StageSteps } from './stage-steps.tsx';

/** What it is, until when, who has it, what I can do, photos before and after, and all that happened. */
export function CaseStoryPage({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['resident', 'cases', 'common']);
  const read = useReadText();
  const promised = promisedDay(detail);
  const closedAt = detail.state === 'closed' ? detail.clocks.find(({ name }) => name === 'total')?.stoppedAt : null;
  const step = promisedStep(detail);
  const where = [areaWords(detail.place.areas), detail.place.address].filter((each) => each !== '').join(' · ');
  const answers = detail.type.form.filter(({ key }) => detail.form[key] !== undefined && detail.form[key] !== null);

  const units = usePublicUnits(detail.type);

  function answerWords(field: FormField): string {
    const value = detail.form[field.key];
    if (field.kind === 'unit' || field.kind === 'units')
      return [value]
        .flat()
        .map((id) => units.find((unit) => unit.value === id)?.label ?? '')
        .filter((name) => name !== '')
        .join(t('common:listJoin'));
    if (typeof value === 'boolean') return value ? t('common:answer.yes') : t('common:answer.no');
    return typeValueWords(field, value, read);
  }

  return (
    <>
      <p className={styles.meta}>
        <StateMark state={detail.state} />
        <span>{read(detail.typeName)}</span>
        <span>{t('cases:number', { number: detail.number })}</span>
        {detail.visibility === 'public' ? null : <span>{t('cases:visibility.private')}</span>}
        {detail.reporterCount > 1 ? <span>{t('cases:mark.reporters', { count: detail.reporterCount })}</span> : null}
      </p>
      {promised === null ? null : (
        <DueBar
          startedAt={detail.reportedAt}
          dueAt={promised}
          stage={step === null ? undefined : read(step)}
          doneAt={detail.state === 'closed' ? (closedAt ?? detail.changedAt) : undefined}
          stopped={detail.state === 'suspended'}
        />
      )}
      {detail.mergedInto === null ? null : (
        <Link to="/cases/$caseId" params={{ caseId: detail.mergedInto.id }}>
          {t('resident:case.mergedInto', { number: detail.mergedInto.number })}
        </Link>
      )}
      <SigningAsk detail={detail} />
      <StageActions detail={detail} />
      <CaseActions detail={detail} />
      <StageSteps detail={detail} />
      {detail.published === null ? null : (
        <Section title={t('resident:stages.published')}>
          {detail.published.outcome === null ? null : <p className={parts.note}>{read(detail.published.outcome)}</p>}
          <p className={styles.words}>{detail.published.words}</p>
        </Section>
      )}
      <CasePhotos photos={detail.photos} />
      <Section title={t('resident:case.said')}>
        <p className={styles.words}>{detail.words}</p>
        <p className={parts.note}>{where}</p>
        {answers.length === 0 ? null : (
          <dl className={styles.answers}>
            {answers.map((field) => (
              <div key={field.key}>
                <dt>{read(field.label)}</dt>
                <dd>{answerWords(field)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Section title={t('resident:case.story')}>
        <CaseStory detail={detail} />
      </Section>
    </>
  );
}
