import { nationalCodes } from '@linli/domain';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListSubjects } from '../../../../features/registers/list-subjects.ts';
import { useReadText } from '../../../../features/use-read-text.ts';

export type HouseholdItemsProps = {
  readonly homeId: string | undefined;
  /** What happens when none is chosen. */
  readonly hint: string;
};

/** Which household of a home somebody belongs to, and what they are to its head. */
export function HouseholdItems({ homeId, hint }: HouseholdItemsProps) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const { data } = useListSubjects(
    { noun: 'household', limit: 20, ...(homeId === undefined ? {} : { homeId }) },
    { enabled: homeId !== undefined },
  );
  const households = homeId === undefined ? [] : (data?.subjects ?? []);
  return (
    <>
      <Form.Item name="householdId" label={t('new.household')} extra={hint}>
        <Select
          allowClear
          disabled={households.length === 0}
          options={households.map((row) => ({ value: row.id, label: row.name }))}
        />
      </Form.Item>
      <Form.Item name="relation" label={t('new.relation')}>
        <Select
          allowClear
          options={nationalCodes.familyRelation.rows.map((row) => ({ value: row.code, label: read(row) }))}
        />
      </Form.Item>
    </>
  );
}
