import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFindLikeCases } from '../../../features/cases/find-like-cases.ts';
import { StateTag } from '../case/state-tag.tsx';
import type { IntakePlace } from './intake-fields.ts';
import styles from './intake-page.module.css';

export type LikeCasesProps = { readonly place: IntakePlace; readonly typeCode: string | undefined };

/** Open cases of the kind nearby: one look saves a second case. */
export function LikeCases({ place, typeCode }: LikeCasesProps) {
  const { t } = useTranslation(['office', 'cases']);
  const { data } = useFindLikeCases(
    { lng: place.lng, lat: place.lat, limit: 4, ...(typeCode === undefined ? {} : { typeCode }) },
    { keepPrevious: true, staleTimeMs: 60_000 },
  );
  if (data === undefined || data.cases.length === 0) return null;
  return (
    <section className={styles.like}>
      <h2>{t('office:intake.like')}</h2>
      <ul>
        {data.cases.map((item) => (
          <li key={item.id}>
            <Link to="/cases/$caseId" params={{ caseId: item.id }}>
              {item.title}
            </Link>
            <span>{t('cases:metres', { metres: Math.round(item.metres) })}</span>
            <StateTag state={item.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
