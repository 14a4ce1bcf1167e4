import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { PhotoPicker } from '../../../ui/photo-picker.tsx';
import parts from '../parts/parts.module.css';
import styles from './report.module.css';
import type { ReportDraft } from './report-draft.ts';

export type PhotoStepProps = {
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
  readonly onNext: () => void;
};

/** Camera or album; or none. */
export function PhotoStep({ draft, change, onNext }: PhotoStepProps) {
  const { t } = useTranslation(['resident', 'common']);
  const hasPhotos = draft.photos.length > 0;
  return (
    <div className={parts.stack}>
      <p>{t('resident:report.photoBody')}</p>
      <PhotoPicker
        label={t('resident:report.photos')}
        photos={draft.photos}
        onChange={(photos) => change({ photos })}
      />
      <div className={styles.bar}>
        <Button kind={hasPhotos ? 'primary' : 'plain'} size="large" wide onClick={onNext}>
          {hasPhotos ? t('common:action.next') : t('resident:report.noPhoto')}
        </Button>
      </div>
    </div>
  );
}
