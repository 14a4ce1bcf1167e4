import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { StateView } from '../../../ui/state-views.tsx';

/** What is only for oneself: says what will stand here and leads to signing in, and back again. */
export function SignInNeeded({ body }: { readonly body: string }) {
  const { t } = useTranslation(['resident', 'common']);
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <StateView
      title={t('resident:signIn.needed')}
      body={
        <>
          <p>{body}</p>
          <Link to="/sign-in" search={{ to: here }} className={buttonClass({ kind: 'primary' })}>
            {t('common:action.signIn')}
          </Link>
        </>
      }
    />
  );
}
