import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateView } from '../../../ui/state-views.tsx';
import { CaseList } from '../parts/case-list.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { NearbyBar } from './nearby-bar.tsx';
import { useNearby } from './use-nearby.ts';

/** Some of what is open around me; the rest and the map are one press away. */
export function NearbyLatest() {
  const { t } = useTranslation('resident');
  const { here, query } = useNearby(5);
  return (
    <Section
      title={t('home.nearby')}
      more={
        <Link to="/nearby" className={buttonClass({ kind: 'quiet' })}>
          {t('home.nearbyAll')}
        </Link>
      }
    >
      <NearbyBar here={here} />
      <QueryView query={query} rows={5}>
        {({ cases }) =>
          cases.length === 0 ? (
            <StateView title={t('empty.nearbyTitle')} body={t('empty.nearbyBody')} />
          ) : (
            <CaseList items={cases} />
          )
        }
      </QueryView>
    </Section>
  );
}
