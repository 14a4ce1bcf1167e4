import type { listHands, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../ui/time-words.ts';
import { areaTrail } from '../case/area-trail.ts';
import { StateTag } from '../case/state-tag.tsx';
import styles from './hands-page.module.css';
import { RefuseButton } from './refuse-button.tsx';

type Hand = OutputOf<typeof listHands>['hands'][number];
export type HandListProps = {
  readonly direction: 'up' | 'down';
  readonly hands: readonly Hand[];
  readonly atId: string | undefined;
};

/** The hands of one direction, in the order given. */
export function HandList({ direction, hands, atId }: HandListProps) {
  const { t } = useTranslation('office');
  const { t: ui } = useTranslation('ui');
  return (
    <section>
      <h2>{t(`hands.${direction}`, { count: hands.length })}</h2>
      <ul className={styles.hands}>
        {hands.map((hand) => (
          <li key={hand.id} data-at={hand.id === atId}>
            <Link to="/cases/$caseId" params={{ caseId: hand.id }} className={styles.hand}>
              <span className={hand.due?.overdue === true ? styles.late : undefined}>
                {t('hands.age', { duration: durationWords(hand.ageHours * 3_600_000, ui) })}
              </span>
              <strong>{hand.title}</strong>
              <StateTag state={hand.state} pending={hand.pending} />
              <span className={styles.where}>
                {areaTrail(hand.place.areas.slice(-2))} → {hand.holder?.name ?? t('nobody')}
              </span>
            </Link>
            {hand.mayRefuse ? <RefuseButton caseId={hand.id} number={hand.number} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
