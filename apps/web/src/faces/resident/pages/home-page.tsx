import { Link } from '@tanstack/react-router';
import { Camera } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateView } from '../../../ui/state-views.tsx';
import styles from './home-page.module.css';

/** One big button, then what is mine, what is around me, what I am asked. */
export function HomePage() {
  const { t } = useTranslation('resident');
  return (
    <div className={styles.home}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <Link to="/report" className={`${buttonClass({ kind: 'brand', size: 'large', wide: true })} ${styles.report}`}>
        <Camera aria-hidden="true" />
        <span>
          <strong>{t('home.report')}</strong>
          <small>{t('home.reportHint')}</small>
        </span>
      </Link>
      <Section title={t('home.mine')}>
        <StateView title={t('empty.mineTitle')} body={t('empty.mineBody')} />
      </Section>
      <Section title={t('home.nearby')}>
        <StateView title={t('empty.nearbyTitle')} body={t('empty.nearbyBody')} />
      </Section>
      <Section title={t('home.services')}>
        <StateView title={t('empty.servicesTitle')} body={t('empty.servicesBody')} />
      </Section>
    </div>
  );
}
