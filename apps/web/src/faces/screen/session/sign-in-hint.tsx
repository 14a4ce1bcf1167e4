import { useTranslation } from 'react-i18next';
import { useListDemoSignIns } from '../../../features/access/list-demo-sign-ins.ts';
import { useSignInToDemo } from '../../../features/access/sign-in-to-demo.ts';
import { BrandMark } from '../../../ui/brand-mark.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import styles from './sign-in-hint.module.css';

export type SignInHintProps = {
  readonly isDemo: boolean;
  /** Who is signed in without the right to see figures. */
  readonly refused?: string;
};

/** The wall shows nothing to strangers: where to sign in, and in a demonstration one press that does it. */
export function SignInHint({ isDemo, refused }: SignInHintProps) {
  const { t } = useTranslation('screen');
  return (
    <main className={styles.hint}>
      <BrandMark />
      <h1>{refused === undefined ? t('signIn.title') : t('signIn.refusedTitle', { name: refused })}</h1>
      <p>{t('signIn.body')}</p>
      <p>
        <a className={buttonClass({ kind: 'primary', size: 'large' })} href="/office">
          {t('signIn.toOffice')}
        </a>
      </p>
      {isDemo ? <DemoSignIn /> : null}
    </main>
  );
}

function DemoSignIn() {
  const { t } = useTranslation('screen');
  const { data } = useListDemoSignIns({});
  const { mutate, isPending, error } = useSignInToDemo();
  const people = data?.signIns.filter((each) => each.face === 'screen') ?? [];
  return (
    <section className={styles.demo}>
      <p>{t('signIn.demoBody')}</p>
      {people.map((person) => (
        <Button key={person.key} size="large" busy={isPending} onClick={() => mutate({ key: person.key })}>
          {t('signIn.demoAs', { role: person.roleName, name: person.name })}
        </Button>
      ))}
      {error === null ? null : <p role="alert">{error.message}</p>}
    </section>
  );
}
