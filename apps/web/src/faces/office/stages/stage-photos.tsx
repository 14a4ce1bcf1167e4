import { fileUrl } from '@linli/client';
import { Image } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './stages.module.css';

/** Small pictures; a click or Enter opens them large. */
export function StagePhotos({ photos }: { readonly photos: readonly string[] }) {
  const { t } = useTranslation('ui');
  if (photos.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <div className={styles.photos}>
        {photos.map((hash, index) => (
          <Image
            key={hash}
            width={72}
            height={54}
            src={fileUrl(hash, 'thumb')}
            preview={{ src: fileUrl(hash, 'full') }}
            alt={t('photo.alt', { number: index + 1 })}
          />
        ))}
      </div>
    </Image.PreviewGroup>
  );
}
