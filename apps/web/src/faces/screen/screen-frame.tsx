import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { clockWords, dayWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { RowsLink } from './rows-link.tsx';
import styles from './screen-frame.module.css';

export type ScreenFrameProps = {
  /** Whose figures these are: the street, or one area. */
  readonly place: string;
  /** Instant of the figures when they no longer follow what happens. */
  readonly staleSince?: string | undefined;
  /** Four figures. */
  readonly figures: ReactNode;
  readonly left: ReactNode;
  readonly map: ReactNode;
  readonly right: ReactNode;
  /** One sentence: what deserves attention now. */
  readonly attention: ReactNode;
  /** Emergency changes the colour of the frame. */
  readonly mode?: 'normal' | 'emergency' | undefined;
};

/** The grid of the wall: figures on top, map in the middle with 60 %, panels beside it, a sentence at the foot. */
export function ScreenFrame({ place, staleSince, figures, left, map, right, attention, mode }: ScreenFrameProps) {
  const { t } = useTranslation('screen');
  return (
    <main className={styles.screen} data-mode={mode ?? 'normal'}>
      <header className={styles.top}>
        <div className={styles.name}>
          <BrandMark />
          <h1>{place === '' ? t('title') : place}</h1>
          <WallClock />
        </div>
        <dl className={styles.figures}>{figures}</dl>
      </header>
      <div className={styles.side}>{left}</div>
      <div className={styles.map}>{map}</div>
      <div className={styles.side} data-side="right">
        {right}
      </div>
      <footer className={styles.attention}>
        <p aria-live="polite">
          <strong>{t('attention.label')}</strong> {attention}
        </p>
        {staleSince === undefined ? null : (
          <p className={styles.stale} role="status">
            {t('stale', { time: clockWords(staleSince) })}
          </p>
        )}
      </footer>
    </main>
  );
}

function WallClock() {
  const { t: words } = useTranslation('ui');
  const now = useNow(1_000);
  return (
    <p className={styles.clock}>
      {dayWords(now, now, words)} <time>{clockWords(now)}</time>
    </p>
  );
}

export type ScreenFigureProps = {
  readonly label: string;
  readonly value: string;
  /** Yesterday, in words. */
  readonly beside?: string | undefined;
  readonly tone?: 'plain' | 'good' | 'bad';
  /** Where its rows are. */
  readonly href?: string | undefined;
};

/** One of the four figures. */
export function ScreenFigure({ label, value, beside, tone = 'plain', href }: ScreenFigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt>{href === undefined ? label : <RowsLink href={href}>{label}</RowsLink>}</dt>
      <dd>{value}</dd>
      {beside === undefined ? null : <dd className={styles.beside}>{beside}</dd>}
    </div>
  );
}

export type ScreenPanelProps = {
  readonly title: string;
  /** A few words beside the title: how to read it. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

/** A titled part of a side. */
export function ScreenPanel({ title, note, children }: ScreenPanelProps) {
  return (
    <section className={styles.panel}>
      <header>
        <h2>{title}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </header>
      <div>{children}</div>
    </section>
  );
}
