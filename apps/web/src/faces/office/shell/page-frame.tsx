import type { ReactNode } from 'react';
import styles from './page-frame.module.css';

export type PageFrameProps = {
  readonly title: string;
  /** A link back, above the title. */
  readonly back?: ReactNode;
  /** One sentence under the title. */
  readonly explains?: string | undefined;
  /** What chooses and acts, at the right of the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A page of the office beside the rail: its title and tools on top, then its parts, one under the other. */
export function PageFrame({ title, back, explains, tools, children }: PageFrameProps) {
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.title}>
          {back}
          <h1>{title}</h1>
          {explains === undefined ? null : <p className={styles.note}>{explains}</p>}
        </div>
        {tools}
      </header>
      {children}
    </div>
  );
}

/** Small soft words on a page: how its figures were counted, what a part is for. */
export function PageNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
