import { AutoComplete } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocatePoint } from '../../../features/places/locate-point.ts';
import { useSearchAddresses } from '../../../features/places/search-addresses.ts';
import { MapView } from '../../../ui/map-view.tsx';
import { areaTrail } from '../case/area-trail.ts';
import { useStreetMap } from '../places/use-street-map.ts';
import type { IntakePlace } from './intake-fields.ts';
import styles from './intake-page.module.css';

export type IntakePlaceProps = {
  readonly place: IntakePlace | null;
  readonly onPlace: (place: IntakePlace) => void;
};

/** Where it is: found by address, or pointed at on the map; the micro-grid is said at once. */
export function IntakePlaceField({ place, onPlace }: IntakePlaceProps) {
  const { t } = useTranslation('office');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const hits = useSearchAddresses({ text, limit: 8 }, { enabled: text !== '', keepPrevious: true });
  const located = useLocatePoint(
    { lng: place?.lng ?? 0, lat: place?.lat ?? 0 },
    { enabled: place !== null, keepPrevious: true },
  );
  const street = useStreetMap(3);
  // Where one looks changes with what was found, not with the pin: the map must not jump under the pointer.
  const [found, setFound] = useState<IntakePlace | null>(null);
  const fit = useMemo(
    () => (found === null ? street.bounds : ([found.lng, found.lat, found.lng, found.lat] as const)),
    [found, street.bounds],
  );
  const known = text === '' ? [] : (hits.data?.hits ?? []);
  const near = located.data?.nearestBuilding ?? null;

  function point(at: { readonly lng: number; readonly lat: number }): void {
    onPlace({ lng: at.lng, lat: at.lat, address: '' });
  }

  return (
    <section className={styles.place}>
      <h2 id="intake-place">{t('intake.place')}</h2>
      <AutoComplete
        aria-labelledby="intake-place"
        value={typed}
        onChange={setTyped}
        placeholder={t('intake.placeHint')}
        options={known.map((hit) => ({
          value: hit.address,
          key: hit.id,
          label: hit.name === hit.address ? hit.name : `${hit.name} · ${hit.address}`,
        }))}
        notFoundContent={text !== '' && hits.isSuccess ? t('intake.notFound') : null}
        onSelect={(address: string) => {
          const hit = known.find((each) => each.address === address);
          if (hit === undefined) return;
          const chosen = { lng: hit.lng, lat: hit.lat, address: hit.kind === 'building' ? hit.address : hit.name };
          setFound(chosen);
          onPlace(chosen);
        }}
      />
      <div className={styles.map}>
        <MapView
          label={t('intake.map')}
          areas={street.areas}
          scenery={street.scenery}
          pin={place ?? undefined}
          fit={fit}
          onPinMove={point}
          onPick={point}
        />
      </div>
      <p role="status" className={styles.where}>
        {place === null || located.data === undefined ? null : whereWords(located.data.areas, t('intake.outside'))}
        {place !== null && place.address === '' && near !== null ? ` · ${near.address}` : null}
      </p>
    </section>
  );
}

function whereWords(areas: Parameters<typeof areaTrail>[0] | null, outside: string): string {
  return areas === null ? outside : areaTrail(areas);
}
