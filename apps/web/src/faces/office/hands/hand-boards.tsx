import type { listHands, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../ui/time-words.ts';
import styles from './hands-page.module.css';

type Board = OutputOf<typeof listHands>['boards'][number];
export type HandBoardsProps = {
  readonly boards: readonly Board[];
  readonly chosen: string | undefined;
  readonly onChoose: (unitId: string | undefined) => void;
};

const HOUR_MS = 3_600_000;

/** By who must answer: how many wait, how many too long, the oldest. A press keeps only theirs. */
export function HandBoards({ boards, chosen, onChoose }: HandBoardsProps) {
  const { t } = useTranslation(['office', 'common']);
  const { t: ui } = useTranslation('ui');
  return (
    <ul className={styles.boards} aria-label={t('office:hands.boards')}>
      {boards.map((board) => (
        <li key={board.unitId ?? board.name}>
          <button
            type="button"
            className={styles.board}
            aria-pressed={board.unitId !== null && board.unitId === chosen}
            onClick={() => onChoose(board.unitId === chosen ? undefined : (board.unitId ?? undefined))}
          >
            <strong>{board.name}</strong>
            <span>{t('office:hands.count', { count: board.waiting })}</span>
            <span className={board.overdue > 0 ? styles.late : undefined}>
              {t('office:hands.overdue', { count: board.overdue })}
            </span>
            <span>
              {board.oldestHours === null
                ? t('common:nothing')
                : t('office:hands.oldest', { duration: durationWords(board.oldestHours * HOUR_MS, ui) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
