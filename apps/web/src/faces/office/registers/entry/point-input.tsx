import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MapView } from '../../../../ui/map-view.tsx';
import { useStreetMap } from '../../places/use-street-map.ts';
import styles from '../registers.module.css';

export type Point = { readonly lng: number; readonly lat: number };
export type PointInputProps = { readonly value?: Point | undefined; readonly onChange?: (point: Point) => void };

/** A point on the street's map, picked and dragged. For those who cannot point, building and area say it too. */
export function PointInput({ value, onChange }: PointInputProps) {
  const { t } = useTranslation('registers');
  const street = useStreetMap(4);
  const { lng, lat } = value ?? {};
  const pin = useMemo(() => (lng === undefined || lat === undefined ? undefined : { lng, lat }), [lng, lat]);
  return (
    <div className={styles.smallMap}>
      <MapView
        label={t('new.point')}
        areas={street.areas}
        scenery={street.scenery}
        areaNames={false}
        fit={pin === undefined ? 'areas' : 'pin'}
        pin={pin}
        onPinMove={(to) => onChange?.(to)}
        onPick={(picked) => onChange?.({ lng: picked.lng, lat: picked.lat })}
      />
    </div>
  );
}
