import styles from './procedures-page.module.css';

/** How long a count is beside the largest; the number stands next to it. */
export function CountBar({ count, most }: { readonly count: number; readonly most: number }) {
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.bar} style={{ inlineSize: `${most === 0 ? 0 : (count / most) * 100}%` }} />
    </span>
  );
}
