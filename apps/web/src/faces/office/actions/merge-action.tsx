import { Form, Input, Radio } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindLikeCases } from '../../../features/cases/find-like-cases.ts';
import { useListCases } from '../../../features/cases/list-cases.ts';
import { useMergeCase } from '../../../features/cases/merge-case.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import styles from './merge-action.module.css';

type Values = { intoCaseId: string };

/** Into another open case: like cases nearby are offered, any other is found by its number or words. */
export function MergeAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation(['office', 'ui']);
  const { mutateAsync } = useMergeCase();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { lng, lat } = detail.place;
  const near = useFindLikeCases(
    { typeCode: detail.typeCode, lng: lng ?? 0, lat: lat ?? 0, limit: 10 },
    { enabled: lng !== null && lat !== null && search === '' },
  );
  const found = useListCases({ text: search, open: true, limit: 10 }, { enabled: search !== '', keepPrevious: true });
  const rows = (search === '' ? near.data?.cases : found.data?.cases)?.filter((each) => each.id !== detail.id);
  const isLoading = search === '' ? near.isLoading : found.isLoading;
  const label = t('office:act.merge.into');
  return (
    <ActionForm<Values>
      title={t('office:act.merge.title', { number: detail.number })}
      explains={t('office:act.merge.explains')}
      submitLabel={t('office:act.merge.submit')}
      doneWords={t('office:act.merge.done', { number: detail.number })}
      width={640}
      onSubmit={({ intoCaseId }) => mutateAsync({ caseId: detail.id, seq: detail.seq, intoCaseId })}
      onClose={onClose}
    >
      <Input.Search
        autoFocus
        allowClear
        value={text}
        maxLength={60}
        aria-label={t('office:act.merge.search')}
        placeholder={t('office:act.merge.search')}
        onChange={(event) => setText(event.target.value)}
        style={{ marginBottom: 12 }}
      />
      {isLoading ? <Skeleton rows={3} /> : null}
      <Form.Item
        name="intoCaseId"
        label={label}
        hidden={rows === undefined || rows.length === 0}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <Radio.Group className={styles.rows ?? ''}>
          {(rows ?? []).map((row) => (
            <Radio key={row.id} value={row.id}>
              <strong>{row.number}</strong> {row.title}
              <span className={styles.where}>
                {row.place.address}
                {'metres' in row && typeof row.metres === 'number'
                  ? ` · ${t('office:act.merge.metres', { metres: Math.round(row.metres) })}`
                  : null}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {!isLoading && rows?.length === 0 ? (
        <Empty title={t('office:act.merge.noneTitle')} body={t('office:act.merge.noneBody')} />
      ) : null}
    </ActionForm>
  );
}
