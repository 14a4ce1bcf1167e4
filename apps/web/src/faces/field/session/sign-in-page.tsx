import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignInByPassword } from '../../../features/access/sign-in-by-password.ts';
import { BrandMark } from '../../../ui/brand-mark.tsx';
import { Button } from '../../../ui/button.tsx';
import { LanguageToggle } from '../../../ui/language-toggle.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { callErrorWords } from '../words/call-error-words.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';
import styles from './sign-in-page.module.css';

export type SignInPageProps = { readonly siteName: string; readonly isDemo: boolean };

/** Staff sign in by password; a demonstration says that it is one and offers its people. */
export function SignInPage({ siteName, isDemo }: SignInPageProps) {
  const { t } = useTranslation(['field', 'ui']);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const signIn = useSignInByPassword();

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== '' && password !== '') signIn.mutate({ login: login.trim(), password });
  }

  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <BrandMark />
        <p>{siteName}</p>
        <LanguageToggle face="field" />
      </header>
      <h1>{t('field:signIn.title')}</h1>
      <form noValidate className={styles.form} onSubmit={submit}>
        <TextField
          label={t('field:signIn.login')}
          value={login}
          onChange={setLogin}
          required
          autoComplete="username"
          autoCapitalize="none"
          error={isTried && login.trim() === '' ? t('field:signIn.needLogin') : undefined}
        />
        <TextField
          label={t('field:signIn.password')}
          type="password"
          value={password}
          onChange={setPassword}
          required
          autoComplete="current-password"
          error={isTried && password === '' ? t('field:signIn.needPassword') : undefined}
        />
        {signIn.error === null ? null : (
          <p role="alert" className={styles.error}>
            {callErrorWords(signIn.error, t('ui:state.offlineTitle'))}
          </p>
        )}
        <Button type="submit" kind="primary" size="large" wide busy={signIn.isPending}>
          {t('field:signIn.submit')}
        </Button>
      </form>
      {isDemo ? <DemoSignIns /> : null}
    </div>
  );
}
