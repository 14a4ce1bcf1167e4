import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindLikeCases } from '../../../features/cases/find-like-cases.ts';
import { useJoinCase } from '../../../features/cases/join-case.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import { distanceWords } from '../parts/distance-words.ts';
import { useSession } from '../session/use-session.ts';
import styles from './report.module.css';
import type { DraftPlace } from './report-draft.ts';

export type LikeCasesProps = { readonly place: DraftPlace | null; readonly typeCode: string | undefined };

/** Open cases at the same place, of the same kind once that is known: perhaps it is already reported. */
export function LikeCases({ place, typeCode }: LikeCasesProps) {
  const { t } = useTranslation(['resident', 'cases']);
  const { t: caseText } = useTranslation('cases');
  const toast = useToast();
  const headingId = useId();
  const { isSignedIn } = useSession();
  const join = useJoinCase();
  const at = place === null ? { lng: 0, lat: 0 } : { lng: place.lng, lat: place.lat };
  const query = useFindLikeCases(
    { ...at, limit: 3, ...(typeCode === undefined ? {} : { typeCode }) },
    { enabled: place !== null, keepPrevious: true, staleTimeMs: 60_000 },
  );
  // Help, not a step: without an answer the report goes on.
  const cases = query.data?.cases ?? [];
  if (place === null || cases.length === 0) return null;
  return (
    <section className={styles.like} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('resident:like.title')}</h2>
      <p>{t('resident:like.body')}</p>
      <ul>
        {cases.map((item) => (
          <li key={item.id}>
            <span>
              <Link to="/cases/$caseId" params={{ caseId: item.id }}>
                {item.title}
              </Link>
              <small>
                {distanceWords(item.metres, caseText)} · {t(`cases:state.${item.state}`)}
              </small>
            </span>
            {item.joined ? (
              <span>{t('resident:like.joined')}</span>
            ) : (
              <Button
                disabled={!isSignedIn}
                busy={join.isPending}
                onClick={() =>
                  join.mutate(
                    { caseId: item.id },
                    { onSuccess: () => toast({ words: t('resident:join.done'), tone: 'good' }) },
                  )
                }
              >
                {t('cases:action.join')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isSignedIn ? null : <p>{t('resident:like.signIn')}</p>}
      <CallProblem error={join.error} />
    </section>
  );
}
