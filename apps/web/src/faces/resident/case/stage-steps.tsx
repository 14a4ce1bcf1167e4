import type { CaseDetail, StageView } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { caseDocumentUrl } from '../../../features/cases/stage-form.ts';
import { typeValueWords } from '../../../features/cases/type-form.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Section } from '../../../ui/section.tsx';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import parts from '../parts/parts.module.css';
import styles from './stage-steps.module.css';
import { toldStages } from './told-stages.ts';

/** Where it stands: the steps gone, the one it is at with what is told, and the next one. Nothing without a procedure. */
export function StageSteps({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('resident');
  const { t: ui } = useTranslation('ui');
  const read = useReadText();
  const now = useNow();
  const { steps, more } = toldStages(detail.stages, detail.type);
  if (steps.length === 0) return null;

  function paperOf(key: string) {
    const asked = detail.type.stages.find((stage) => stage.key === key)?.document;
    return detail.type.documents.find((document) => document.key === asked);
  }

  return (
    <Section title={t('stages.title')}>
      <ol className={styles.steps}>
        {steps.map((stage) => {
          const paper = stage.state === 'done' && detail.reporter.mine ? paperOf(stage.key) : undefined;
          return (
            <li
              key={stage.key}
              className={styles.step}
              data-state={stage.state}
              aria-current={stage.state === 'current' ? 'step' : undefined}
            >
              <p className={styles.name}>
                {read(stage.name)} <span className={parts.note}>{t(`stages.state.${stage.state}`)}</span>
              </p>
              {stage.outcome === null ? (
                stage.told !== null && <p>{read(stage.told)}</p>
              ) : (
                <p>{t('stages.ended', { outcome: read(stage.outcome.label) })}</p>
              )}
              <ToldAnswers stage={stage} type={detail.type} />
              {stage.leftAt === null || stage.state !== 'done' ? null : (
                <p className={parts.note}>{timeWords(stage.leftAt, now, ui)}</p>
              )}
              {paper === undefined ? null : (
                <a href={caseDocumentUrl(detail.id, paper.key)} target="_blank" rel="noreferrer">
                  {t('stages.paper', { name: read(paper.name) })}
                </a>
              )}
            </li>
          );
        })}
      </ol>
      {more ? <p className={parts.note}>{t('stages.more')}</p> : null}
    </Section>
  );
}

type ToldAnswersProps = { readonly stage: StageView; readonly type: CaseDetail['type'] };

/** What was filled in at a step and is theirs to read: a day, an amount, what was found. */
function ToldAnswers({ stage, type }: ToldAnswersProps) {
  const { t } = useTranslation('common');
  const read = useReadText();
  const form = type.stages.find(({ key }) => key === stage.key)?.form ?? [];
  const told = form.filter(({ key }) => stage.form[key] !== undefined && stage.form[key] !== '');
  if (stage.state !== 'done' || told.length === 0) return null;
  return (
    <dl className={styles.told}>
      {told.map((field) => {
        const value = stage.form[field.key];
        return (
          <div key={field.key}>
            <dt>{read(field.label)}</dt>
            <dd>
              {typeof value === 'boolean' ? t(value ? 'answer.yes' : 'answer.no') : typeValueWords(field, value, read)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
