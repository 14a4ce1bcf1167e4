import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReturnCase } from '../../../features/cases/return-case.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { WordsItem } from './words-item.tsx';

type Values = { rightUnitId: string; reason: string };

/** Not ours: back to the desk, naming whose it is. */
export function ReturnAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation(['office', 'ui']);
  const { mutateAsync } = useReturnCase();
  const returned = detail.story.filter((entry) => entry.kind === 'return').length;
  const label = t('office:act.return.unit');
  return (
    <ActionForm<Values>
      title={t('office:act.return.title', { number: detail.number })}
      explains={t('office:act.return.explains', { max: detail.type.returns.max, returned })}
      submitLabel={t('office:act.return.submit')}
      doneWords={t('office:act.return.done', { number: detail.number })}
      onSubmit={(values) => mutateAsync({ caseId: detail.id, seq: detail.seq, ...values })}
      onClose={onClose}
    >
      <Form.Item
        name="rightUnitId"
        label={label}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <UnitSelect autoFocus />
      </Form.Item>
      <WordsItem name="reason" required autoFocus={false} label={t('office:act.return.words')} />
    </ActionForm>
  );
}
