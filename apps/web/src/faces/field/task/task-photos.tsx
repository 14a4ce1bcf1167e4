import { fileUrl } from '@linli/client';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './task-page.module.css';

export type TaskPhotosProps = { readonly title: string; readonly photos: readonly { readonly hash: string }[] };

/** A row of small photos, each opening large; nothing where there are none. */
export function TaskPhotos({ title, photos }: TaskPhotosProps) {
  const { t } = useTranslation('field');
  const headingId = useId();
  if (photos.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {title}
      </h2>
      <ul className={styles.photos}>
        {photos.map(({ hash }, index) => (
          <li key={hash}>
            <a href={fileUrl(hash, 'full')} target="_blank" rel="noreferrer">
              <img src={fileUrl(hash, 'thumb')} alt={t('task.photoAlt', { number: index + 1 })} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
