import { handAges, type listHands, type OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../ui/time-words.ts';
import styles from './hands-page.module.css';

type Board = OutputOf<typeof listHands>['boards'][number];
export type HandBoardsProps = {
  readonly boards: readonly Board[];
  /** The key of the line whose hands are shown. */
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
};

const HOUR_MS = 3_600_000;

/** By who must answer: how many wait, how many too long, the oldest, and since when. A press keeps only theirs. */
export function HandBoards({ boards, chosen, onChoose }: HandBoardsProps) {
  const { t } = useTranslation(['office', 'common']);
  const { t: ui } = useTranslation('ui');
  return (
    <ul className={styles.boards} aria-label={t('office:hands.boards')}>
      {boards.map((board) => (
        <li key={board.key} className={styles.line}>
          <button
            type="button"
            className={styles.board}
            aria-pressed={board.key === chosen}
            onClick={() => onChoose(board.key === chosen ? undefined : board.key)}
          >
            <strong>{board.name}</strong>
            <span>{t('office:hands.count', { count: board.waiting })}</span>
            <span className={board.overdue > 0 ? styles.late : undefined}>
              {t('office:hands.overdue', { count: board.overdue })}
            </span>
            <span className={styles.ages} title={t('office:hands.agesNote')}>
              {handAges
                .filter((age) => board.ages[age] > 0)
                .map((age) => t(`office:hands.age-${age}`, { count: board.ages[age] }))
                .join(' · ')}
            </span>
            <span>
              {board.oldestHours === null
                ? t('common:nothing')
                : t('office:hands.oldest', { duration: durationWords(board.oldestHours * HOUR_MS, ui) })}
            </span>
          </button>
          <Link to="/inbox" search={board.rows} className={styles.rows}>
            {t('office:hands.openRows')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
