import type { CallOutput } from '@linli/client';
import type { listDemoSignIns } from '@linli/contract';
import { useNavigate } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useListDemoSignIns } from '../../../features/access/list-demo-sign-ins.ts';
import { useSignInToDemo } from '../../../features/access/sign-in-to-demo.ts';
import { Section } from '../../../ui/section.tsx';
import { Empty } from '../../../ui/state-views.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import { PageHead } from '../parts/page-head.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';
import styles from './demo-page.module.css';

type SignIn = CallOutput<typeof listDemoSignIns>['signIns'][number];

const FACES = ['resident', 'field', 'office', 'screen'] as const;
const ADDRESSES: Record<SignIn['face'], string> = {
  resident: '/',
  field: '/field',
  office: '/office',
  screen: '/screen',
};

/** Every ready-made person of the demonstration street, by the face each works with; one press signs in and goes there. */
export function DemoPage() {
  const { t } = useTranslation('resident');
  const query = useListDemoSignIns({});
  return (
    <div className={parts.stack}>
      <PageHead title={t('demo.title')} />
      <QueryView query={query} rows={6}>
        {({ demo, signIns }) =>
          demo ? (
            <>
              <p>{t('demo.body')}</p>
              {FACES.map((face) => (
                <FacePeople key={face} face={face} people={signIns.filter((each) => each.face === face)} />
              ))}
            </>
          ) : (
            <Empty title={t('demo.offTitle')} body={t('demo.offBody')} />
          )
        }
      </QueryView>
    </div>
  );
}

function FacePeople({ face, people }: { readonly face: SignIn['face']; readonly people: readonly SignIn[] }) {
  const { t } = useTranslation('resident');
  const navigate = useNavigate();
  const signIn = useSignInToDemo();

  function enter(): void {
    if (face === 'resident') void navigate({ to: '/' });
    else location.assign(ADDRESSES[face]);
  }

  return (
    <Section title={t(`demo.face.${face}`)} more={<a href={ADDRESSES[face]}>{t('demo.open')}</a>}>
      <p className={parts.note}>{t(`demo.about.${face}`)}</p>
      <ul className={parts.list}>
        {people.map((person) => (
          <li key={person.key}>
            <button
              type="button"
              className={styles.person}
              aria-busy={signIn.isPending}
              onClick={() => {
                if (!signIn.isPending) signIn.mutate({ key: person.key }, { onSuccess: enter });
              }}
            >
              <span>
                <strong>{person.roleName}</strong>
                <small>{[person.name, person.place].filter((each) => each !== '').join(' · ')}</small>
                {person.login === '' || person.password === null ? null : (
                  <small>{t('demo.login', { login: person.login, password: person.password })}</small>
                )}
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <CallProblem error={signIn.error} />
    </Section>
  );
}
