import styles from './watermark.module.css';

// Enough for a long page; what does not fit is cut off.
const TILES = Array.from({ length: 120 }, (_, index) => index);

/** Faint words laid over everything around it, for what must not be carried off unseen; nothing without words. */
export function Watermark({ words }: { readonly words: string | null }) {
  if (words === null || words === '') return null;
  return (
    <div aria-hidden="true" className={styles.watermark}>
      {TILES.map((tile) => (
        <span key={tile} data-words={words} />
      ))}
    </div>
  );
}
