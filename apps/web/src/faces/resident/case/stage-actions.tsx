import type { CaseDetail, CurrentStage } from '@linli/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './case.module.css';

// Few ever take a step themselves: not part of what everybody loads.
const StageDialog = lazy(async () => ({ default: (await import('./stage-dialog.tsx')).StageDialog }));

/** A step that is up to the reporter: to sign, to accept, to ask for a review. */
export function StageActions({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('resident');
  const read = useReadText();
  const [chosen, setChosen] = useState<{ stage: CurrentStage; outcome: CurrentStage['outcomes'][number] } | null>(null);
  const stage = detail.current;
  const why = wordsForMe(detail);
  if (chosen === null && (stage?.mayTake !== true || !detail.can.includes('advance'))) return null;
  return (
    <div className={styles.ask}>
      {stage === null ? null : (
        <>
          <p>{t('stages.yours', { stage: read(stage.name) })}</p>
          {why === '' ? null : <p className={styles.why}>{t('stages.why', { words: why })}</p>}
          {stage.hint === null ? null : <p>{read(stage.hint)}</p>}
          <div className={styles.actions}>
            {stage.outcomes.map((outcome, index) => (
              <Button
                key={outcome.key}
                kind={index === 0 ? 'primary' : 'plain'}
                size="large"
                onClick={() => setChosen({ stage, outcome })}
              >
                {read(outcome.label)}
              </Button>
            ))}
          </div>
        </>
      )}
      {chosen === null ? null : (
        <Suspense>
          <StageDialog detail={detail} stage={chosen.stage} outcome={chosen.outcome} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** What those before wrote for the reporter about this step: what is missing, what must be put right. */
function wordsForMe({ story }: CaseDetail): string {
  const last = story.filter(({ kind }) => kind === 'advance').toSorted((a, b) => b.seq - a.seq)[0];
  return last === undefined || last.mine ? '' : last.words;
}
