import { LocateFixed, Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindHelpPhones } from '../../../features/org/find-help-phones.ts';
import { useHere } from '../../../features/places/use-here.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import type { LngLat } from '../../../ui/map/map-view-props.ts';
import { areaWords } from '../parts/area-words.ts';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import { AddressSearch } from '../report/address-search.tsx';
import { SERVICE_LINE } from './service-line.ts';

// A number stays on one line: no break at its spaces, nor after a hyphen.
const NO_BREAK = '\u00a0';
const JOINED_HYPHEN = '-\u2060';

/** Who to call: the committee, property firm and desk of the place chosen, else of where this phone is; the city's line for the rest. */
export function CallPage() {
  const { t } = useTranslation('resident');
  const here = useHere();
  const [chosen, setChosen] = useState<LngLat | null>(null);
  const at = chosen ?? here.point;
  return (
    <div className={parts.stack}>
      <PageHead title={t('home.call')} />
      <HelpPhones at={at} />
      <AddressSearch onPick={({ lng, lat }) => setChosen({ lng, lat })} />
      <Button
        icon={<LocateFixed aria-hidden="true" />}
        disabled={here.state === 'finding'}
        onClick={() => {
          setChosen(null);
          here.find();
        }}
      >
        {t('call.here')}
      </Button>
      {here.state === 'refused' ? <p role="status">{t('call.noHere')}</p> : null}
      <PhoneLink kind="plain" number={SERVICE_LINE} words={t('call.line', { number: SERVICE_LINE })} />
      <p className={parts.note}>{t('call.emergency')}</p>
    </div>
  );
}

/** Those who answer for a place. A committee without a number says where it hangs. */
function HelpPhones({ at }: { readonly at: LngLat | null }) {
  const { t } = useTranslation('resident');
  const query = useFindHelpPhones(at === null ? {} : { lng: at.lng, lat: at.lat }, { keepPrevious: true });
  return (
    <QueryView query={query}>
      {({ areas, phones }) => {
        const known = phones.flatMap(({ phone, ...who }) => (phone === null ? [] : [{ ...who, phone }]));
        const hasCommittee = known.some(({ kind }) => kind === 'committee');
        return (
          <div className={parts.stack}>
            <p role="status">{placeWords(areas)}</p>
            {areas !== null && !hasCommittee ? (
              <>
                <p>{t('call.unknown')}</p>
                <p>{t('call.ask')}</p>
              </>
            ) : null}
            {known.map(({ kind, name, phone }) => (
              <PhoneLink
                key={`${kind} ${name}`}
                kind={kind === 'committee' ? 'primary' : 'plain'}
                number={phone}
                words={t(`call.who.${kind}`, {
                  name,
                  number: phone.replaceAll(' ', NO_BREAK).replaceAll('-', JOINED_HYPHEN),
                })}
              />
            ))}
          </div>
        );
      }}
    </QueryView>
  );

  function placeWords(areas: Parameters<typeof areaWords>[0] | null): string {
    if (areas !== null) return areaWords(areas);
    return at === null ? t('call.choose') : t('call.outside');
  }
}

type PhoneLinkProps = { readonly kind: 'primary' | 'plain'; readonly number: string; readonly words: string };

function PhoneLink({ kind, number, words }: PhoneLinkProps) {
  return (
    <a href={`tel:${number.replaceAll(/[^+\d]/g, '')}`} className={buttonClass({ kind, size: 'large', wide: true })}>
      <Phone aria-hidden="true" /> {words}
    </a>
  );
}
