import { linkKinds } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { useGuardianWords } from '../guardians/use-guardian-words.ts';
import styles from './subject.module.css';
import type { SubjectDetail } from './subject-detail.ts';

/** Home, household and dated links, those of today first; each opens. */
export function SubjectLinks({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation(['registers', 'subjects']);
  const words = useFieldWords();
  const guardian = useGuardianWords();
  // Membership of today's household is said beside the household, guardians of today in their own part.
  const isElsewhere = (link: SubjectDetail['links'][number]) =>
    link.until === null &&
    ((link.kind === 'member' && link.other.id === detail.household?.id) ||
      (link.kind === 'guardian' && link.direction === 'from'));
  const groups = linkKinds.flatMap((kind) =>
    (['to', 'from'] as const).map((direction) => ({
      key: `${kind} ${direction}`,
      title: t(`subjects:link.${kind}.${direction}`),
      links: detail.links.filter((link) => link.kind === kind && link.direction === direction && !isElsewhere(link)),
    })),
  );
  const hasAny = detail.home !== null || detail.household !== null || detail.links.length > 0;
  return (
    <section className={styles.section}>
      <h2>{t('registers:links.title')}</h2>
      {hasAny ? null : <p className={styles.soft}>{t('registers:links.none')}</p>}
      {detail.home === null ? null : (
        <>
          <h3>{t('registers:links.home')}</h3>
          <SubjectLinkTo id={detail.home.id} name={detail.home.name} />
        </>
      )}
      {detail.household === null ? null : (
        <>
          <h3>{t('registers:links.household')}</h3>
          <SubjectLinkTo
            id={detail.household.id}
            name={t('registers:links.householdOf', { name: detail.household.name })}
          />
        </>
      )}
      {groups.map(({ key, title, links }) =>
        links.length === 0 ? null : (
          <div key={key}>
            <h3>{title}</h3>
            <ul>
              {links.map((link) => (
                <li key={`${link.other.id} ${link.from}`}>
                  <SubjectLinkTo id={link.other.id} name={link.other.name} />
                  <span className={styles.soft}>
                    {[
                      link.kind === 'guardian' ? guardian.relation(link.role) : words.relation(link.role),
                      link.until === null
                        ? t('registers:links.since', { day: link.from })
                        : t('registers:links.between', { from: link.from, until: link.until }),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}

function SubjectLinkTo({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/registers/$subjectId" params={{ subjectId: id }}>
      {name}
    </Link>
  );
}
