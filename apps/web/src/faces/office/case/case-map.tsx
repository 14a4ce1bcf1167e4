import type { CaseDetail } from '@linli/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MapView } from '../../../ui/map-view.tsx';
import { useStreetMap } from '../places/use-street-map.ts';
import { areaTrail } from './area-trail.ts';
import styles from './case-panel.module.css';

/** Where it is: the pin and the micro-grid it lies in. */
export function CaseMap({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('office');
  const { lng, lat, areas } = detail.place;
  const street = useStreetMap(4);
  const pin = useMemo(() => (lng === null || lat === null ? undefined : { lng, lat }), [lng, lat]);
  if (pin === undefined) return null;
  const micro = areas.find((area) => area.level === 4);
  return (
    <section className={styles.section}>
      <h3>{t('case.place')}</h3>
      <p className={styles.meta}>{areaTrail(areas)}</p>
      <div className={styles.map}>
        <MapView
          label={t('case.map', { place: detail.place.address })}
          areas={street.areas}
          scenery={street.scenery}
          selectedAreaId={micro?.id}
          areaNames={false}
          pin={pin}
          fit="pin"
        />
      </div>
    </section>
  );
}
