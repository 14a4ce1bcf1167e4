import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { ErrorState, Skeleton, StateView } from '../ui/state-views.tsx';

/** What every router shows while a page comes, when it breaks, and when there is none. */
export const ROUTE_STATES = {
  defaultPendingComponent: () => <Skeleton />,
  defaultPendingMs: 100,
  defaultErrorComponent: ({ reset }: { reset: () => void }) => <ErrorState onRetry={reset} />,
  defaultNotFoundComponent: MissingPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
} as const;

function MissingPage() {
  const { t } = useTranslation('ui');
  return (
    <StateView
      title={t('state.missingTitle')}
      body={
        <>
          {t('state.missingBody')}
          <p>
            <Link to="/" className={buttonClass({ kind: 'quiet' })}>
              {t('state.goHome')}
            </Link>
          </p>
        </>
      }
    />
  );
}
