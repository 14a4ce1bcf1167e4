import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useListMyCases } from '../../../features/cases/list-my-cases.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateView } from '../../../ui/state-views.tsx';
import { CaseList } from '../parts/case-list.tsx';
import { QueryView } from '../parts/query-view.tsx';
import { ForMe } from '../session/for-me.tsx';
import { useSession } from '../session/use-session.ts';
import styles from './home.module.css';

/** The latest of my matters, changed ones first; without a session, what would stand here. */
export function MyLatest() {
  const { t } = useTranslation(['resident', 'common']);
  const { isSignedIn } = useSession();
  const query = useListMyCases({ limit: 3 }, { enabled: isSignedIn });
  const changed = query.data?.cases.filter((each) => each.unseen).length ?? 0;
  return (
    <Section
      title={t('resident:home.mine')}
      more={
        isSignedIn ? (
          <Link to="/mine" className={buttonClass({ kind: 'quiet' })}>
            {t('common:action.showAll')}
          </Link>
        ) : null
      }
    >
      <ForMe body={t('resident:empty.mineBody')} signedOut={<SignedOut />}>
        <QueryView query={query}>
          {({ cases }) =>
            cases.length === 0 ? (
              <StateView title={t('resident:empty.mineTitle')} body={t('resident:empty.mineBody')} />
            ) : (
              <>
                {changed === 0 ? null : <p role="status">{t('resident:home.changed', { count: changed })}</p>}
                <CaseList items={cases} />
              </>
            )
          }
        </QueryView>
      </ForMe>
    </Section>
  );
}

function SignedOut() {
  const { t } = useTranslation('resident');
  return (
    <div className={styles.signedOut}>
      <p>{t('home.signedOut')}</p>
      <Link to="/sign-in" className={buttonClass({ kind: 'plain' })}>
        {t('signIn.byPhone')}
      </Link>
    </div>
  );
}
