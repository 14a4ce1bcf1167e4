import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { clockWords, dayWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './screen-frame.module.css';

export type ScreenFrameProps = {
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
export function ScreenFrame({ figures, left, map, right, attention, mode = 'normal' }: ScreenFrameProps) {
  const { t } = useTranslation('screen');
  const { t: words } = useTranslation('ui');
  const now = useNow(1_000);
  return (
    <main className={styles.screen} data-mode={mode}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <header className={styles.top}>
        <div className={styles.name}>
          <BrandMark />
          <p className={styles.clock}>
            {dayWords(now, now, words)} <time>{clockWords(now)}</time>
          </p>
        </div>
        <dl className={styles.figures}>{figures}</dl>
      </header>
      <div className={styles.side}>{left}</div>
      <div className={styles.map}>{map}</div>
      <div className={styles.side}>{right}</div>
      <footer className={styles.attention} aria-live="polite">
        <strong>{t('attention.label')}</strong>
        <span>{attention}</span>
      </footer>
    </main>
  );
}

export type ScreenFigureProps = {
  readonly label: string;
  readonly value: string;
  /** Yesterday at this time, in words. */
  readonly beside?: string | undefined;
  readonly tone?: 'plain' | 'good' | 'bad';
};

/** One of the four figures. */
export function ScreenFigure({ label, value, beside, tone = 'plain' }: ScreenFigureProps) {
  return (
    <div className={styles.figure} data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {beside === undefined ? null : <dd className={styles.beside}>{beside}</dd>}
    </div>
  );
}

/** A titled part of a side. */
export function ScreenPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.panel}>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
