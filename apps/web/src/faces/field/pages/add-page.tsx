import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Empty, Offline, Skeleton } from '../../../ui/state-views.tsx';
import { AddForm } from '../add/add-form.tsx';
import { isAddWay, isOfferedBy } from '../add/add-way.ts';
import styles from '../add/type-picker.module.css';
import { TypePicker } from '../add/type-picker.tsx';
import { useReportTypes } from '../add/use-report-types.ts';
import { PageHead } from '../page-head.tsx';
import { useReadText } from '../words/use-read-text.ts';

/** ＋: which kind, then its form. The kind stands in the address. */
export function AddPage() {
  const { t } = useTranslation('field');
  const { way: wayInPath = '' } = useParams({ strict: false });
  const { type: typeCode } = useSearch({ strict: false });
  const navigate = useNavigate();
  const read = useReadText();
  const { types, isLoading, error, refetch } = useReportTypes();
  const way = isAddWay(wayInPath) ? wayInPath : 'report';
  const offered = types.filter((type) => isOfferedBy(way, type));
  const chosen = offered.length === 1 ? offered[0] : offered.find((type) => type.code === typeCode);
  const pick = (code: string | undefined) => void navigate({ to: '.', search: { type: code } });

  if (isLoading) return <Skeleton />;
  if (types.length === 0 && error !== null) return <Offline onRetry={refetch} />;
  return (
    <>
      <PageHead title={t(`add.${way}`)} to="/" />
      {offered.length === 0 ? <Empty title={t('add.noTypes')} body={t('add.noTypesBody')} /> : null}
      {chosen === undefined && offered.length > 0 ? (
        <TypePicker types={offered} onPick={(type) => pick(type.code)} />
      ) : null}
      {chosen === undefined ? null : (
        <>
          <div className={styles.chosen}>
            <strong>{read(chosen.name)}</strong>
            {offered.length > 1 ? (
              <Button kind="quiet" onClick={() => pick(undefined)}>
                {t('add.changeType')}
              </Button>
            ) : null}
          </div>
          <AddForm key={`${way} ${chosen.code}`} way={way} type={chosen} />
        </>
      )}
    </>
  );
}
