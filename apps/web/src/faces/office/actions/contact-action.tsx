import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useContactReporter } from '../../../features/cases/contact-reporter.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { WordsItem } from './words-item.tsx';

const ways = ['phone', 'visit', 'message'] as const;
type Values = { reached: boolean; way: (typeof ways)[number]; words: string };

/** Records a contact with the reporter: reached or not, how, what was said. */
export function ContactAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useContactReporter();
  return (
    <ActionForm<Values>
      title={t('act.contact.title', { number: detail.number })}
      explains={t('act.contact.explains')}
      submitLabel={t('act.contact.submit')}
      doneWords={t('act.contact.done')}
      initialValues={{ reached: true, way: 'phone' }}
      onSubmit={(values) => mutateAsync({ caseId: detail.id, seq: detail.seq, ...values })}
      onClose={onClose}
    >
      <Form.Item name="way" label={t('act.contact.way')}>
        <Radio.Group options={ways.map((value) => ({ value, label: t(`act.contact.ways.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reached" label={t('act.contact.reached')}>
        <Radio.Group
          options={[
            { value: true, label: t('act.contact.reachedYes') },
            { value: false, label: t('act.contact.reachedNo') },
          ]}
        />
      </Form.Item>
      <WordsItem name="words" required label={t('act.contact.words')} />
    </ActionForm>
  );
}
