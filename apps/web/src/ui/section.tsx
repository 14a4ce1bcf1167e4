import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export type SectionProps = {
  readonly title: string;
  /** A link or button at the end of the heading: “看全部”. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
};

/** A heading and what belongs to it, set apart by a line, not a card. */
export function Section({ title, more, children }: SectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <header className={styles.header}>
        <h2 id={headingId}>{title}</h2>
        {more}
      </header>
      {children}
    </section>
  );
}
