import { LocateFixed, MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import fieldStyles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import type { PlaceValue } from './form-field.ts';
import type { LngLat, MapViewProps } from './map/map-view-props.ts';
import { MapView } from './map-view.tsx';
import styles from './place-field.module.css';

/** What the small map shows behind the pin; `centre` is where it opens without a known place. */
export type PlaceMap = Pick<MapViewProps, 'areas' | 'scenery'> & {
  readonly centre?: LngLat | undefined;
};

export type PlaceFieldProps = FieldWords & {
  readonly id?: string | undefined;
  readonly value: PlaceValue;
  readonly onChange: (value: PlaceValue) => void;
  readonly map?: PlaceMap | undefined;
};

type Finding = 'idle' | 'finding' | 'found' | 'refused';

/** Words, the phone's position, or a pin on the map: any one will do. The map loads only when wanted. */
export function PlaceField({ label, hint, error, required, id, value, onChange, map }: PlaceFieldProps) {
  const { t } = useTranslation('ui');
  const [finding, setFinding] = useState<Finding>('idle');
  // Where the map was opened: it must not jump under the finger when the pin moves.
  const [shownAt, setShownAt] = useState<LngLat | null>(null);
  const known = value.lng === undefined || value.lat === undefined ? undefined : { lng: value.lng, lat: value.lat };
  const pin = known ?? map?.centre;

  function locate(): void {
    setFinding('finding');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFinding('found');
        const here = { lng: coords.longitude, lat: coords.latitude };
        setShownAt(here);
        onChange({ ...value, ...here });
      },
      () => setFinding('refused'),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  }

  return (
    <FieldFrame as="group" label={label} hint={hint} error={error} required={required} id={id}>
      {(ids) => (
        <div className={styles.place}>
          <input
            {...ids}
            className={fieldStyles.control}
            aria-label={t('place.address')}
            placeholder={t('place.address')}
            value={value.address}
            autoComplete="street-address"
            onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
          />
          <div className={styles.ways}>
            <Button icon={<LocateFixed aria-hidden="true" />} busy={finding === 'finding'} onClick={locate}>
              {t('place.useMine')}
            </Button>
            {shownAt !== null || pin === undefined ? null : (
              <Button icon={<MapPin aria-hidden="true" />} onClick={() => setShownAt(pin)}>
                {t('place.openMap')}
              </Button>
            )}
          </div>
          <p role="status" className={fieldStyles.hint}>
            {finding === 'idle' ? '' : t(`place.${finding}`)}
          </p>
          {shownAt !== null && pin !== undefined ? (
            <div className={styles.map}>
              <MapView
                label={t('place.pin')}
                areas={map?.areas}
                scenery={map?.scenery}
                pin={pin}
                fit={[shownAt.lng, shownAt.lat, shownAt.lng, shownAt.lat]}
                onPinMove={(moved) => onChange({ ...value, ...moved })}
                onPick={({ lng, lat }) => onChange({ ...value, lng, lat })}
              />
            </div>
          ) : null}
        </div>
      )}
    </FieldFrame>
  );
}
