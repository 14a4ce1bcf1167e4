import type { SessionView } from '@linli/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../../ui/brand-mark.tsx';
import { LanguageToggle } from '../../../ui/language-toggle.tsx';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';

/** The door of the office. In demonstration mode the ready-made people stand beside it, and the page says what it is. */
export function SignInPage({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('office');
  return (
    <main className={styles.page}>
      <section className={styles.form}>
        <div className={styles.top}>
          <BrandMark />
          <LanguageToggle face="office" />
        </div>
        <h1>{t('signIn.title', { site: session.siteName })}</h1>
        {session.kind === 'resident' ? (
          <Alert type="info" showIcon title={t('signIn.resident', { name: session.name })} />
        ) : null}
        <SignInForm />
        <p className={styles.note}>{t('signIn.forgotten')}</p>
      </section>
      {session.demo ? <DemoSignIns /> : null}
    </main>
  );
}
