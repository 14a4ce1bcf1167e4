import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { clockName } from '../../../features/cases/clock-name.ts';
import { dueWords, durationWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './case-panel.module.css';

type Clock = CaseDetail['clocks'][number];

/** Every clock of the case: until when, and how it ended or stands. */
export function CaseClocks({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  if (detail.clocks.length === 0) return null;

  function standing(clock: Clock): string {
    const due = Date.parse(clock.dueAt);
    if (clock.stoppedAt !== null) {
      const late = Date.parse(clock.stoppedAt) - due;
      return late > 0 ? t('clocks.metLate', { duration: durationWords(late, ui) }) : t('clocks.met');
    }
    if (detail.state === 'suspended') return t('clocks.still');
    const left = due - now.getTime();
    return left >= 0
      ? t('clocks.left', { duration: durationWords(left, ui) })
      : t('clocks.late', { duration: durationWords(left, ui) });
  }

  return (
    <section className={styles.section}>
      <h3>{t('clocks.title')}</h3>
      <table className={styles.clocks}>
        <thead>
          <tr>
            <th scope="col">{t('clocks.name')}</th>
            <th scope="col">{t('clocks.due')}</th>
            <th scope="col">{t('clocks.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.clocks.map((clock) => (
            <tr key={`${clock.name} ${clock.startedAt}`}>
              <td>
                {clock.stoppedAt === null
                  ? clockName(clock.name, detail, { read: local, own: t(`clock.${clock.name}`) })
                  : t(`clock.${clock.name}`)}
              </td>
              <td>{dueWords(clock.dueAt, now, ui)}</td>
              <td style={isLate(clock, now) ? { color: 'var(--bad)' } : undefined}>{standing(clock)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isLate(clock: Clock, now: Date): boolean {
  const end = clock.stoppedAt === null ? now.getTime() : Date.parse(clock.stoppedAt);
  return end > Date.parse(clock.dueAt);
}
