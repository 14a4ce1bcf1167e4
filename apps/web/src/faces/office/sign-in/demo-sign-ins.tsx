import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListDemoSignIns } from '../../../features/access/list-demo-sign-ins.ts';
import { useSignInToDemo } from '../../../features/access/sign-in-to-demo.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import styles from './sign-in-page.module.css';

/** The ready-made people of the demonstration street who work in the office. */
export function DemoSignIns() {
  const { t } = useTranslation('office');
  const { data, isPending } = useListDemoSignIns({});
  const { mutate, isPending: isSigningIn, variables, error } = useSignInToDemo();
  const people = data?.signIns.filter((each) => each.face === 'office') ?? [];
  return (
    <section className={styles.demo} aria-labelledby="demo-heading">
      <h2 id="demo-heading">{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoBody')}</p>
      {isPending ? <Skeleton rows={6} /> : null}
      {error === null ? null : <p role="alert">{readRefusal(error, t('refusal.unknown')).message}</p>}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.key}>
            <Button
              block
              className={styles.person ?? ''}
              loading={isSigningIn && variables?.key === person.key}
              onClick={() => mutate({ key: person.key })}
            >
              <span>
                <strong>{person.roleName}</strong> {person.name}
              </span>
              <span className={styles.note}>{person.place}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
