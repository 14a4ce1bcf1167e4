import { ApiError } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJoinCase } from '../../../features/cases/join-case.ts';
import { useUrgeCase } from '../../../features/cases/urge-case.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import { useSession } from '../session/use-session.ts';
import styles from './case.module.css';
import { RateDialog } from './rate-dialog.tsx';
import { SettleActions } from './settle-actions.tsx';
import type { WordsAction } from './use-say-on-case.ts';
import { WordsDialog } from './words-dialog.tsx';

const OPEN_STATES = ['reported', 'accepted', 'dispatched', 'in-hand', 'suspended', 'handled'];

/** What I may do with this case now, drawn from the server's `can`; nothing where there is nothing. */
export function CaseActions({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['resident', 'cases']);
  const toast = useToast();
  const [asked, setAsked] = useState<WordsAction | 'rate' | null>(null);
  const urge = useUrgeCase();
  const join = useJoinCase();
  const { can, id: caseId } = detail;
  const may = (kind: CaseDetail['can'][number]) => can.includes(kind);
  const isUrgedToday = urge.error instanceof ApiError && urge.error.code === 'too-many-requests';
  const done = (words: string) => () => toast({ words, tone: 'good' });

  return (
    <>
      <SettleActions detail={detail} onFail={() => setAsked('check-fail')} />
      {may('rate') ? (
        <div className={styles.ask}>
          <p>{t('resident:rate.ask')}</p>
          <div className={styles.actions}>
            <Button kind="primary" size="large" onClick={() => setAsked('rate')}>
              {t('cases:action.rate')}
            </Button>
          </div>
        </div>
      ) : null}
      <div className={styles.actions}>
        {may('reopen') ? <Button onClick={() => setAsked('reopen')}>{t('cases:action.reopen')}</Button> : null}
        {may('object') ? <Button onClick={() => setAsked('object')}>{t('cases:action.object')}</Button> : null}
        {may('urge') ? (
          <Button
            busy={urge.isPending}
            onClick={() => urge.mutate({ caseId }, { onSuccess: done(t('resident:urge.done')) })}
          >
            {t('cases:action.urge')}
          </Button>
        ) : null}
        {may('join') ? (
          <Button
            kind="primary"
            busy={join.isPending}
            onClick={() => join.mutate({ caseId }, { onSuccess: done(t('resident:join.done')) })}
          >
            {t('cases:action.join')}
          </Button>
        ) : null}
        {may('note') ? <Button onClick={() => setAsked('note')}>{t('resident:note.add')}</Button> : null}
      </div>
      <JoinWithoutSession detail={detail} />
      {isUrgedToday ? <p role="alert">{t('resident:urge.again')}</p> : null}
      <CallProblem error={isUrgedToday ? join.error : (urge.error ?? join.error)} />
      <RateDialog caseId={caseId} open={asked === 'rate'} onClose={() => setAsked(null)} />
      {asked === null || asked === 'rate' ? null : (
        <WordsDialog key={asked} action={asked} detail={detail} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** Joining needs a session: the way there and back. */
function JoinWithoutSession({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('resident');
  const { view, isSignedIn } = useSession();
  const here = useLocation({ select: ({ pathname }) => pathname });
  if (view === undefined || isSignedIn || !OPEN_STATES.includes(detail.state)) return null;
  return (
    <Link to="/sign-in" search={{ to: here }} className={buttonClass({ kind: 'plain', wide: true })}>
      {t('join.signIn')}
    </Link>
  );
}
