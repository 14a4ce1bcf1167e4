import styles from './watermark.module.css';

/** Faint words laid over everything around it, for what must not be carried off unseen; nothing without words. */
export function Watermark({ words }: { readonly words: string | null }) {
  if (words === null || words === '') return null;
  const tile = `<svg xmlns="http://www.w3.org/2000/svg" width="340" height="180"><text x="10" y="100" transform="rotate(-18 170 90)" font-family="sans-serif" font-size="14" fill="#525b66" fill-opacity="0.14">${escapeXml(words)}</text></svg>`;
  return (
    <div
      aria-hidden="true"
      className={styles.watermark}
      style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile)}")` }}
    />
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
