import type { BulkResult } from './bulk-plan.ts';
import styles from './inbox-view.module.css';

/** What became of each case. */
export function BulkResults({ results }: { readonly results: readonly BulkResult[] }) {
  return (
    <ul className={styles.results}>
      {results.map(({ row, outcome, message }) => (
        <li key={row.id} data-outcome={outcome}>
          <span>{row.number}</span>
          <span>{row.title}</span>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
