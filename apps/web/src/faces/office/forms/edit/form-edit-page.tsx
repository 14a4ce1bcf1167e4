import type { FormDefinition } from '@linli/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGetForm } from '../../../../features/forms/get-form.ts';
import { useListLedgers } from '../../../../features/forms/list-ledgers.ts';
import { Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import { FormsFrame } from '../forms-frame.tsx';
import { blankForm } from './blank-form.ts';
import { FormEditor } from './form-editor.tsx';

const route = getRouteApi('/forms/edit/$formId');

/** A form being written: new, from a ledger of the packs, or another version of one in force. */
export function FormEditPage() {
  const { formId } = route.useParams();
  const { ledger } = route.useSearch();
  return formId === 'new' ? <NewForm ledger={ledger} /> : <KnownForm formId={formId} />;
}

function NewForm({ ledger }: { readonly ledger: string | undefined }) {
  const { data, isPending } = useListLedgers({}, { enabled: ledger !== undefined, staleTimeMs: 300_000 });
  if (ledger === undefined) return <Framed start={blankForm} known={null} />;
  if (isPending) return <Skeleton rows={12} />;
  return <Framed start={data?.ledgers.find(({ code }) => code === ledger)?.form ?? blankForm} known={null} />;
}

function KnownForm({ formId }: { readonly formId: string }) {
  const { t } = useTranslation('forms');
  const { data, error, refetch } = useGetForm({ formId });
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={12} />;
  const start = data.draft ?? data.definition;
  if (start === null || !data.form.mine || data.form.state === 'ended') return <Refused body={t('edit.notYours')} />;
  return (
    <Framed key={formId} start={start} known={{ formId, revision: data.form.revision, version: data.form.version }} />
  );
}

type FramedProps = {
  readonly start: FormDefinition;
  readonly known: { readonly formId: string; readonly revision: number; readonly version: number } | null;
};

function Framed({ start, known }: FramedProps) {
  const { t } = useTranslation('forms');
  return (
    <FormsFrame
      title={known === null ? t('edit.newTitle') : t('edit.title', { name: start.name.zh })}
      back={<Link to="/forms/mine">{t('mine.title')}</Link>}
      explains={t('edit.explains')}
    >
      <FormEditor start={start} known={known} />
    </FormsFrame>
  );
}
