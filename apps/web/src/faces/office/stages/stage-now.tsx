import type { CaseDetail, CurrentStage } from '@linli/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetCase } from '../../../features/cases/get-case.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { AdvanceAction } from './advance-action.tsx';
import { OpenChildAction } from './open-child-action.tsx';
import { SigningRows } from './signing-rows.tsx';
import { SplitAction } from './split-action.tsx';
import styles from './stages.module.css';

type StageNowProps = { readonly detail: CaseDetail; readonly stage: CurrentStage };
type Outcome = CurrentStage['outcomes'][number];

/** The ways out of the stage as buttons, for whoever may take it; for others, that it is somebody else's. */
export function StageNow({ detail, stage }: StageNowProps) {
  const { t } = useTranslation('stages');
  const local = useLocalText();
  const queries = useQueryClient();
  // The case as it was when the dialog opened: its `seq` says what the actor had seen.
  const [open, setOpen] = useState<{ detail: CaseDetail; outcome: Outcome } | null>(null);
  const [forming, setForming] = useState<CaseDetail | null>(null);
  const [opening, setOpening] = useState<CaseDetail | null>(null);
  const { t: office } = useTranslation('office');
  const waitsForParts = stage.parts !== null && detail.parts.some((part) => !part.lead && part.finishedAt === null);
  const needsForce = stage.parts !== null && detail.parts.length === 0;
  const owes = detail.parts.some(({ owed }) => owed) && detail.can.includes('finish-part');
  const forms = needsForce && detail.can.includes('split');
  const opensFirst = stage.opens !== null && detail.children.length === 0;
  function close(): void {
    setOpen(null);
    setForming(null);
    setOpening(null);
    void queries.invalidateQueries({ queryKey: useGetCase.key({ caseId: detail.id }) });
  }
  return (
    <div className={styles.now}>
      {stage.hint === null ? null : <p>{local(stage.hint)}</p>}
      {detail.signing === null ? null : <SigningRows signing={detail.signing} />}
      {needsForce ? <p>{t('forceFirst')}</p> : null}
      {waitsForParts ? <p>{t('waitsForParts')}</p> : null}
      {stage.opens !== null && detail.can.includes('open-child') ? (
        <div className={styles.ways}>
          <Button type={opensFirst ? 'primary' : 'default'} onClick={() => setOpening(detail)}>
            {t('child.open', { type: local(stage.opens.typeName) })}
          </Button>
        </div>
      ) : null}
      {stage.mayTake ? (
        <div className={styles.ways}>
          {stage.outcomes.map((outcome, index) => (
            <Button
              key={outcome.key}
              type={index === 0 && !opensFirst ? 'primary' : 'default'}
              onClick={() => setOpen({ detail, outcome })}
            >
              {local(outcome.label)}
            </Button>
          ))}
        </div>
      ) : null}
      {forms ? (
        <div className={styles.ways}>
          <Button type="primary" onClick={() => setForming(detail)}>
            {office('act.split.label')}
          </Button>
        </div>
      ) : null}
      {stage.mayTake || forms || (waitsForParts && !owes) ? null : (
        <p className={styles.soft}>{t(owes ? 'oursToAnswer' : 'notMine')}</p>
      )}
      {forming === null ? null : <SplitAction detail={forming} onClose={close} />}
      {opening === null || stage.opens === null ? null : (
        <OpenChildAction detail={opening} typeCode={stage.opens.typeCode} onClose={close} />
      )}
      {open === null ? null : (
        <AdvanceAction detail={open.detail} stage={stage} outcome={open.outcome} onClose={close} />
      )}
    </div>
  );
}
