import { LocateFixed } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../../../features/places/use-here.ts';
import { Button } from '../../../ui/button.tsx';
import type { LngLat } from '../../../ui/map/map-view-props.ts';
import { MapView } from '../../../ui/map-view.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import parts from '../parts/parts.module.css';
import { useStreetMap } from '../parts/use-street-map.ts';
import { type AddressHit, AddressSearch } from './address-search.tsx';
import styles from './report.module.css';
import type { DraftPlace, ReportDraft } from './report-draft.ts';
import { usePlaceWords } from './use-place-words.ts';

export type PlaceStepProps = {
  readonly draft: ReportDraft;
  readonly change: (patch: Partial<ReportDraft>) => void;
  readonly lastPlace: DraftPlace | null;
  readonly onNext: () => void;
};

/** The place, already guessed: by the phone, else where one last reported, else the middle of the street. */
export function PlaceStep({ draft, change, lastPlace, onNext }: PlaceStepProps) {
  const { t } = useTranslation(['resident', 'ui']);
  const here = useHere();
  const street = useStreetMap();
  const { place } = draft;
  // Where the map looks: it must not jump under the finger when the pin is dragged.
  const [shownAt, setShownAt] = useState<LngLat | null>(place);
  const guess = useMemo(
    () => here.point ?? lastPlace ?? middleOf(street.bounds),
    [here.point, lastPlace, street.bounds],
  );
  const pin = place ?? guess;
  const [found, setFound] = useState<readonly AddressHit[] | null>(null);
  const [asksToPick, setAsksToPick] = useState(false);
  const words = usePlaceWords(pin);
  const hear = useCallback((hits: readonly AddressHit[] | null) => {
    setFound(hits);
    if (hits === null) setAsksToPick(false);
  }, []);

  function put(at: LngLat, address = ''): void {
    change({ place: { lng: at.lng, lat: at.lat, address } });
  }

  // Asked here, where its use is plain, and once.
  const { find, state } = here;
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current || place !== null || state !== 'unknown') return;
    hasAsked.current = true;
    find();
  }, [place, state, find]);

  function pick(hit: AddressHit): void {
    put(hit, addressOf(hit));
    setShownAt(hit);
    hear(null);
  }

  function point(at: LngLat): void {
    hear(null);
    put(at);
  }

  function next(): void {
    if (pin === null) return;
    // An address typed and not picked is meant all the same: the pin may be somewhere else.
    const [only, ...others] = found ?? [];
    if (only !== undefined && others.length === 0) {
      put(only, addressOf(only));
      onNext();
      return;
    }
    if (found !== null) {
      setAsksToPick(true);
      return;
    }
    const address = place?.address === undefined || place.address === '' ? words.address : place.address;
    change({ place: { lng: pin.lng, lat: pin.lat, address } });
    onNext();
  }

  const view = shownAt ?? guess;
  return (
    <div className={parts.stack}>
      <AddressSearch onPick={pick} onFound={hear} />
      {asksToPick ? <p role="alert">{t('resident:report.pickFirst')}</p> : null}
      <div className={styles.map}>
        {view === null || pin === null ? null : (
          <MapView
            label={t('ui:place.pin')}
            areas={street.areas}
            scenery={street.scenery}
            pin={pin}
            fit={[view.lng, view.lat, view.lng, view.lat]}
            onPinMove={point}
            onPick={point}
          />
        )}
        <Button
          className={styles.locate}
          icon={<LocateFixed aria-hidden="true" size={20} />}
          busy={here.state === 'finding'}
          onClick={() => {
            hear(null);
            change({ place: null });
            setShownAt(null);
            here.find();
          }}
        >
          {t('ui:place.useMine')}
        </Button>
      </div>
      <div className={styles.where} role="status">
        <strong>{words.area}</strong>
        {words.near === '' ? null : <span>{words.near}</span>}
        <span className={parts.note}>{t(`resident:report.guess.${guessOf(place, here.point, lastPlace)}`)}</span>
      </div>
      {here.state === 'refused' && place === null ? <p className={parts.note}>{t('ui:place.refused')}</p> : null}
      <TextField
        label={t('resident:report.spot')}
        hint={t('resident:report.spotHint')}
        maxLength={60}
        value={draft.spot}
        onChange={(spot) => change({ spot })}
      />
      <Button
        kind="quiet"
        onClick={() => {
          change({ place: null });
          onNext();
        }}
      >
        {t('resident:report.noPlace')}
      </Button>
      <div className={styles.bar}>
        <Button kind="primary" size="large" wide disabled={pin === null || words.isOutside} onClick={next}>
          {t('resident:report.placeDone')}
        </Button>
      </div>
    </div>
  );
}

function addressOf(hit: AddressHit): string {
  return hit.kind === 'building' ? hit.address : hit.name;
}

function middleOf(bounds: readonly [number, number, number, number] | undefined): LngLat | null {
  if (bounds === undefined) return null;
  const [west, south, east, north] = bounds;
  return { lng: (west + east) / 2, lat: (south + north) / 2 };
}

function guessOf(place: DraftPlace | null, here: LngLat | null, last: DraftPlace | null) {
  if (place !== null) return 'chosen';
  if (here !== null) return 'phone';
  return last === null ? 'street' : 'last';
}
