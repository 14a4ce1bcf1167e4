import type { CaseRowProps } from './case-row.tsx';
import { CaseRow } from './case-row.tsx';
import styles from './parts.module.css';

/** Cases under each other. */
export function CaseList({ items }: { readonly items: readonly CaseRowProps['item'][] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <CaseRow item={item} />
        </li>
      ))}
    </ul>
  );
}
