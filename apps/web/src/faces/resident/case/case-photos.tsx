import { fileUrl } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import styles from './case.module.css';

type Photo = CaseDetail['photos'][number];

/** Photos before and after, side by side; each opens large. Nothing where there are none. */
export function CasePhotos({ photos }: { readonly photos: readonly Photo[] }) {
  const { t } = useTranslation('ui');
  if (photos.length === 0) return null;
  const before = photos.filter(({ phase }) => phase === 'report');
  const after = photos.filter(({ phase }) => phase !== 'report');
  return (
    <div className={styles.photos}>
      <PhotoColumn title={t('story.photosBefore')} photos={before} />
      <PhotoColumn title={t('story.photosAfter')} photos={after} />
    </div>
  );
}

function PhotoColumn({ title, photos }: { readonly title: string; readonly photos: readonly Photo[] }) {
  const { t } = useTranslation('resident');
  if (photos.length === 0) return null;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <ul>
        {photos.map(({ hash }, index) => (
          <li key={hash}>
            <a href={fileUrl(hash, 'full')} target="_blank" rel="noreferrer">
              <img
                src={fileUrl(hash, index === 0 ? 'full' : 'thumb')}
                alt={t('case.photoAlt', { when: title, number: index + 1 })}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ul>
    </figure>
  );
}
