import type { CaseDetail } from '@linli/contract';
import { MapPinned, Navigation, Phone } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metresBetween } from '../../../features/places/metres-between.ts';
import { splitAddress } from '../../../features/places/split-address.ts';
import { useHere } from '../../../features/places/use-here.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { MapView } from '../../../ui/map-view.tsx';
import { useFieldMap } from '../map/use-field-map.ts';
import { useFieldSession } from '../session/field-session.tsx';
import { distanceWords } from '../words/distance-words.ts';
import { deskPhone } from './desk-phone.ts';
import { navigateUrl } from './navigate-url.ts';
import styles from './task-page.module.css';

/** Building and floor large, then the way there: a map app, the desk by phone, a small map that works offline. */
export function TaskPlace({ task }: { readonly task: CaseDetail }) {
  const { t } = useTranslation(['field', 'cases']);
  const { session } = useFieldSession();
  const here = useHere();
  const [isMapOpen, setMapOpen] = useState(false);
  const { lng, lat } = task.place;
  const address = splitAddress(task.place.address);
  const point = useMemo(() => (lng === null || lat === null ? null : { lng, lat }), [lng, lat]);
  const areas = task.place.areas.map((area) => area.name).slice(-2);
  const phone = deskPhone(session);
  return (
    <section className={styles.block} aria-label={t('field:task.where')}>
      <p className={styles.near}>{address.near === '' ? t('field:tasks.noAddress') : address.near}</p>
      <p className={styles.meta}>
        {address.far === '' ? null : <span>{address.far}</span>}
        <span>{areas.join(' · ')}</span>
        {point === null || here.point === null ? null : (
          <span>{distanceWords(metresBetween(here.point, point), t)}</span>
        )}
      </p>
      <div className={styles.ways}>
        {point === null ? null : (
          <a className={buttonClass({})} href={navigateUrl(point, task.place.address)} target="_blank" rel="noreferrer">
            <Navigation aria-hidden="true" size={20} />
            <span>{t('field:task.navigate')}</span>
          </a>
        )}
        {phone === null ? null : (
          <a className={buttonClass({})} href={`tel:${phone}`}>
            <Phone aria-hidden="true" size={20} />
            <span>{t('field:task.callDesk')}</span>
          </a>
        )}
        {point === null || isMapOpen ? null : (
          <Button icon={<MapPinned aria-hidden="true" size={20} />} onClick={() => setMapOpen(true)}>
            {t('field:task.showMap')}
          </Button>
        )}
      </div>
      {isMapOpen && point !== null ? <SmallMap point={point} /> : null}
    </section>
  );
}

function SmallMap({ point }: { readonly point: { readonly lng: number; readonly lat: number } }) {
  const { t } = useTranslation('field');
  const map = useFieldMap();
  return (
    <div className={styles.map}>
      <MapView label={t('task.where')} {...map.layers} pin={point} fit="pin" />
    </div>
  );
}
