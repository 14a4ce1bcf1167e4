import { fileUrl } from '@linli/client';
import type { CaseDetail } from '@linli/contract';
import { Image } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './case-panel.module.css';
import { EvidenceList } from './evidence-list.tsx';

/** Photos by phase, before and after; a click, Enter or the arrows look through them large. */
export function CasePhotos({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation(['office', 'ui']);
  if (detail.photos.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{t('office:photos')}</h3>
      <Image.PreviewGroup>
        <div className={styles.photos}>
          {detail.photos.map((photo, index) => (
            <figure key={`${photo.phase} ${photo.hash}`}>
              <Image
                width={112}
                height={84}
                src={fileUrl(photo.hash, 'thumb')}
                preview={{ src: fileUrl(photo.hash, 'full') }}
                alt={t('ui:photo.alt', { number: index + 1 })}
              />
              <figcaption>{t(`office:phase.${photo.phase}`)}</figcaption>
            </figure>
          ))}
        </div>
      </Image.PreviewGroup>
      <EvidenceList detail={detail} />
    </section>
  );
}
