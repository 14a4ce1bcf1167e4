import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../shell/page-frame.tsx';
import { useSession } from '../shell/use-session.ts';
import styles from './forms.module.css';
import { openSections, sectionOf } from './forms-sections.ts';

export type FormsFrameProps = {
  readonly title: string;
  readonly explains?: string;
  readonly back?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A page of forms: title and tools, under them the ways to the other parts this reader has. */
export function FormsFrame({ title, explains, back, tools, children }: FormsFrameProps) {
  const { t } = useTranslation('forms');
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const sections = openSections(permissions);
  const current = sectionOf(
    pathname,
    sections.map(({ name }) => name),
  );
  return (
    <PageFrame title={title} explains={explains} back={back} tools={tools}>
      <nav aria-label={t('sections')} className={styles.tabs}>
        {sections.map(({ name, to }) => (
          <Link
            key={name}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{}}
            aria-current={name === current ? 'true' : undefined}
          >
            {t(`section.${name}`)}
          </Link>
        ))}
        {permissions.includes('forms:file') && !permissions.includes('registers:read') ? (
          <Link to="/registers/corrections">{t('section.corrections')}</Link>
        ) : null}
      </nav>
      {children}
    </PageFrame>
  );
}
