import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFinishPart } from '../../../features/cases/finish-part.ts';
import { offeredAnswers } from '../../../features/cases/part-answers.ts';
import { ActionForm } from '../actions/action-form.tsx';
import type { CaseActionProps } from '../actions/case-action-props.ts';
import { PhotosInput } from '../actions/photos-input.tsx';
import { WordsItem } from '../actions/words-item.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { type PartValues, partInput } from './advance-input.ts';

/** Our unit's answer for its part; a refusal says why. */
export function FinishPartAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation(['stages', 'office']);
  const local = useLocalText();
  const { mutateAsync } = useFinishPart();
  const [form] = Form.useForm<PartValues>();
  const answer = Form.useWatch('answer', form);
  const ours = detail.parts.filter(({ owed }) => owed);
  const [first] = ours;
  const offered = offeredAnswers(detail);
  return (
    <ActionForm<PartValues>
      title={t('stages:part.title', { number: detail.number })}
      explains={ours.length === 1 && first !== undefined && first.asked !== '' ? first.asked : undefined}
      submitLabel={t('stages:part.submit')}
      doneWords={t('stages:part.done')}
      form={form}
      initialValues={{ answer: offered[0]?.key ?? 'done', ...(first === undefined ? {} : { unitId: first.unitId }) }}
      onSubmit={(values) => mutateAsync(partInput(detail, values))}
      onClose={onClose}
    >
      {ours.length > 1 ? (
        <Form.Item name="unitId" label={t('stages:force.unit')}>
          <Select options={ours.map((part) => ({ value: part.unitId, label: part.unitName }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="answer" label={t('stages:force.answer')}>
        <Radio.Group
          options={offered.map(({ key, label }) => ({
            value: key,
            label: label === null ? t(`stages:answer.${key}`) : local(label),
          }))}
        />
      </Form.Item>
      <WordsItem
        name="words"
        required={answer === 'refuse'}
        label={answer === 'refuse' ? t('stages:advance.reason') : t('stages:part.words')}
      />
      <Form.Item name="photos" label={t('office:photos')}>
        <PhotosInput />
      </Form.Item>
    </ActionForm>
  );
}
