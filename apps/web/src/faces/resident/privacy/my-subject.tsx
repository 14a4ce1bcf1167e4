import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkMyAccount } from '../../../features/registers/link-my-account.ts';
import { useListMySubjects } from '../../../features/registers/list-my-subjects.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CallProblem } from '../parts/call-problem.tsx';
import parts from '../parts/parts.module.css';
import { QueryView } from '../parts/query-view.tsx';

/** Whom of the register the reader is, or is guardian of; who is nobody yet shows who they are. */
export function MySubject({ children }: { readonly children: (subjectId: string) => ReactNode }) {
  const { t } = useTranslation('privacy');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useListMySubjects({});
  return (
    <QueryView query={query}>
      {({ subjects }) => {
        const first = subjects[0]?.subject.id;
        if (first === undefined) return <LinkMe />;
        const subjectId = chosen ?? first;
        return (
          <div className={parts.stack}>
            {subjects.length > 1 ? (
              <Select
                required
                label={t('myData.whose')}
                value={subjectId}
                options={subjects.map(({ subject, role }) => ({
                  value: subject.id,
                  label: role === 'guardian' ? t('myData.ward', { name: subject.name }) : subject.name,
                }))}
                onChange={(value) => setChosen(value === '' ? null : value)}
              />
            ) : null}
            {children(subjectId)}
          </div>
        );
      }}
    </QueryView>
  );
}

function LinkMe() {
  const { t } = useTranslation('privacy');
  const [number, setNumber] = useState('');
  const { mutate, isPending, error } = useLinkMyAccount();
  return (
    <form
      className={parts.stack}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ number });
      }}
    >
      <h2>{t('link.title')}</h2>
      <p>{t('link.body')}</p>
      <TextField required label={t('link.number')} value={number} onChange={setNumber} autoComplete="off" />
      <CallProblem error={error} />
      <Button type="submit" kind="primary" busy={isPending}>
        {t('link.submit')}
      </Button>
    </form>
  );
}
