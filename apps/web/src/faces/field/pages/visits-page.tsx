import { Link } from '@tanstack/react-router';
import { House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import styles from '../homes/homes.module.css';
import { LetHomesDue } from '../homes/let-homes-due.tsx';
import { useFieldSession } from '../session/field-session.tsx';

/** Who is due a visit: let homes to be looked at; and the homes of my area, to look up and to fill in. */
export function VisitsPage() {
  const { t } = useTranslation(['field', 'homes']);
  const { session } = useFieldSession();
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t('field:nav.visits')}</h1>
      {session.permissions.includes('registers:read') ? (
        <Link to="/homes" className={buttonClass({ kind: 'primary', size: 'large', wide: true })}>
          <House aria-hidden="true" /> {t('homes:title')}
        </Link>
      ) : null}
      {session.permissions.includes('registers:edit') ? (
        <LetHomesDue />
      ) : (
        <Empty title={t('field:empty.visitsTitle')} body={t('field:empty.visitsBody')} />
      )}
    </div>
  );
}
