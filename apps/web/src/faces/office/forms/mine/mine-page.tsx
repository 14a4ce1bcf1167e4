import type { listForms, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListForms } from '../../../../features/forms/list-forms.ts';
import { useListLegalItems } from '../../../../features/forms/list-legal-items.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { FormsFrame } from '../forms-frame.tsx';
import { LinkButton } from '../link-button.tsx';

type FormShown = OutputOf<typeof listForms>['forms'][number];

/** A department's own forms: those in force, those being written, those that ended. */
export function MinePage() {
  const { t } = useTranslation(['forms', 'common']);
  const { data, error, isPending, refetch } = useListForms({ mine: true });
  const items = useListLegalItems({}, { staleTimeMs: 300_000 });
  const laws = new Map(items.data?.items.map(({ code, law }) => [code, law]));
  const columns: TableColumnsType<FormShown> = [
    {
      key: 'name',
      title: t('forms:column.form'),
      render: (_, form) =>
        form.version === 0 ? (
          <Link to="/forms/edit/$formId" params={{ formId: form.id }} search={{}}>
            {form.name}
          </Link>
        ) : (
          <Link to="/forms/$formId" params={{ formId: form.id }}>
            {form.name}
          </Link>
        ),
    },
    { key: 'law', title: t('forms:column.law'), render: (_, form) => laws.get(form.item) ?? t('forms:mine.noItem') },
    {
      key: 'state',
      title: t('forms:column.state'),
      width: 200,
      render: (_, form) => (
        <>
          <Tag color={form.state === 'published' ? 'success' : 'default'}>{t(`forms:formState.${form.state}`)}</Tag>
          {form.hasDraft && form.version > 0 ? <Tag color="processing">{t('forms:mine.hasDraft')}</Tag> : null}
        </>
      ),
    },
    {
      key: 'version',
      title: t('forms:column.version'),
      width: 90,
      align: 'end',
      render: (_, form) => (form.version === 0 ? t('common:nothing') : form.version),
    },
    {
      key: 'edit',
      title: t('forms:column.change'),
      width: 90,
      render: (_, form) =>
        form.state === 'ended' ? null : (
          <Link to="/forms/edit/$formId" params={{ formId: form.id }} search={{}}>
            {t('common:action.edit')}
          </Link>
        ),
    },
  ];
  return (
    <FormsFrame
      title={t('forms:mine.title')}
      explains={t('forms:mine.explains')}
      tools={
        <div className={styles.row}>
          <Link to="/forms/ledgers">{t('forms:mine.fromLedger')}</Link>
          <LinkButton type="primary" to="/forms/edit/$formId" params={{ formId: 'new' }} search={{}}>
            {t('forms:mine.new')}
          </LinkButton>
        </div>
      }
    >
      {isPending ? <Skeleton rows={6} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data?.forms.length === 0 ? <Empty title={t('forms:mine.empty')} body={t('forms:mine.emptyBody')} /> : null}
      {data === undefined || data.forms.length === 0 ? null : (
        <Table<FormShown> size="small" rowKey="id" columns={columns} dataSource={[...data.forms]} pagination={false} />
      )}
    </FormsFrame>
  );
}
