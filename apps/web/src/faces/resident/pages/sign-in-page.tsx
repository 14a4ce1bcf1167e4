import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { SignInForm } from '../session/sign-in-form.tsx';
import { useSession } from '../session/use-session.ts';

/** Signing in by phone code, then back to where one came from. */
export function SignInPage() {
  const { t } = useTranslation('resident');
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false });
  const { view } = useSession();
  return (
    <div className={parts.stack}>
      <PageHead title={t('signIn.title')} />
      <SignInForm onDone={() => void navigate({ to: typeof to === 'string' ? to : '/', replace: true })} />
      {view?.demo === true ? (
        <Link to="/demo" className={buttonClass({ kind: 'plain', wide: true })}>
          {t('demo.choose')}
        </Link>
      ) : null}
    </div>
  );
}
