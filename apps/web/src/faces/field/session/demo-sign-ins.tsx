import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useListDemoSignIns } from '../../../features/access/list-demo-sign-ins.ts';
import { useSignInToDemo } from '../../../features/access/sign-in-to-demo.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { callErrorWords } from '../words/call-error-words.ts';
import styles from './sign-in-page.module.css';

/** The ready-made people of a demonstration who work in the field. */
export function DemoSignIns() {
  const { t } = useTranslation(['field', 'ui']);
  const query = useListDemoSignIns({});
  const signIn = useSignInToDemo();
  const people = (query.data?.signIns ?? []).filter((each) => each.face === 'field');
  return (
    <section className={styles.demo} aria-labelledby="demo-heading">
      <h2 id="demo-heading">{t('field:signIn.demo')}</h2>
      <p>{t('field:signIn.demoBody')}</p>
      {query.isPending ? <Skeleton rows={3} /> : null}
      {signIn.error === null ? null : (
        <p role="alert" className={styles.error}>
          {callErrorWords(signIn.error, t('ui:state.offlineTitle'))}
        </p>
      )}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              className={styles.person}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ key: person.key })}
            >
              <span>
                <strong>{person.roleName}</strong>
                <small>
                  {person.name} · {person.place}
                </small>
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
