import type { CaseFilter } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './procedures-page.module.css';

export type RowsLinkProps = {
  readonly rows: CaseFilter;
  /** How many cases it opens; of none there is nothing to open. */
  readonly count: number;
  readonly children?: ReactNode;
};

/** A figure that opens exactly its cases. */
export function RowsLink({ rows, count, children }: RowsLinkProps) {
  const shown = children ?? count;
  if (count === 0) return <span>{shown}</span>;
  return (
    <Link to="/inbox" search={rows} className={styles.figure}>
      {shown}
    </Link>
  );
}
