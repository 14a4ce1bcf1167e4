import { exclusionGrounds } from '@linli/domain';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAskExclusion } from '../../../features/cases/ask-exclusion.ts';
import { ActionForm } from '../actions/action-form.tsx';
import type { CaseActionProps } from '../actions/case-action-props.ts';
import { WordsItem } from '../actions/words-item.tsx';

type Values = { ground: (typeof exclusionGrounds)[number]; reason: string };

/** Left out of the figures, once a second person agrees; also after closing. */
export function ExclusionAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation(['stages', 'ui']);
  const { mutateAsync } = useAskExclusion();
  const label = t('stages:exclusion.ground');
  return (
    <ActionForm<Values>
      title={t('stages:exclusion.title', { number: detail.number })}
      explains={t('stages:exclusion.explains')}
      submitLabel={t('stages:exclusion.submit')}
      doneWords={t('stages:exclusion.done')}
      onSubmit={(values) => mutateAsync({ caseId: detail.id, seq: detail.seq, ...values })}
      onClose={onClose}
    >
      <Form.Item
        name="ground"
        label={label}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <Radio.Group
          style={{ display: 'grid', gap: 4 }}
          options={exclusionGrounds.map((value) => ({ value, label: t(`stages:exclusion.${value}`) }))}
        />
      </Form.Item>
      <WordsItem name="reason" required autoFocus={false} label={t('stages:exclusion.reason')} />
    </ActionForm>
  );
}
