import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MapView } from '../../../../ui/map-view.tsx';
import { useStreetMap } from '../../places/use-street-map.ts';
import styles from './subject.module.css';
import type { SubjectDetail } from './subject-detail.ts';

/** Where a shop or a thing stands. People have no point on a map. */
export function SubjectPlace({ subject }: { readonly subject: SubjectDetail['subject'] }) {
  const { t } = useTranslation('registers');
  const street = useStreetMap(4);
  const { lng, lat, areas, noun } = subject;
  const pin = useMemo(() => (lng === null || lat === null ? undefined : { lng, lat }), [lng, lat]);
  if (pin === undefined || noun === 'person' || noun === 'household') return null;
  return (
    <section className={styles.section}>
      <h2>{t('subject.place')}</h2>
      <div className={styles.map}>
        <MapView
          label={t('subject.place')}
          areas={street.areas}
          scenery={street.scenery}
          selectedAreaId={areas.find((area) => area.level === 4)?.id}
          areaNames={false}
          pin={pin}
          fit="pin"
        />
      </div>
    </section>
  );
}
