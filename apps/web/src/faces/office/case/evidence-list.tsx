import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { siteClockOf } from '../words/site-time.ts';
import styles from './case-panel.module.css';

/** Every picture and scan of the case with when and by whom it came and its hash, so that a copy can be proved true. */
export function EvidenceList({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const files = detail.story
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ id, at, by, photos }) => photos.map((hash) => ({ key: `${id} ${hash}`, at, by, hash })));
  if (files.length === 0) return null;
  return (
    <details className={styles.evidence}>
      <summary>{t('evidence.title', { count: files.length })}</summary>
      <p>{t('evidence.note')}</p>
      <ol>
        {files.map(({ key, at, by, hash }) => (
          <li key={key}>
            <dl>
              <dt>{t('evidence.at')}</dt>
              <dd>{siteClockOf(at).replace('T', ' ')}</dd>
              <dt>{t('evidence.by')}</dt>
              <dd>{by}</dd>
              <dt>{t('evidence.hash')}</dt>
              <dd className={styles.hash}>{hash}</dd>
            </dl>
          </li>
        ))}
      </ol>
    </details>
  );
}
