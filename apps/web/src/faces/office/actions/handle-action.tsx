import { results } from '@linli/contract';
import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHandleCase } from '../../../features/cases/handle-case.ts';
import { sentFormValues } from '../../../features/cases/type-form.ts';
import type { FormValues } from '../../../ui/form-field.ts';
import { StageFields } from '../stages/stage-fields.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { PhotosInput } from './photos-input.tsx';
import { WordsItem } from './words-item.tsx';

type Values = {
  result: (typeof results)[number];
  words: string;
  photos?: string[];
  ticked?: string[];
  form?: FormValues;
};

/** Done: with result, words, photos and what the checklist asks for. */
export function HandleAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const local = useLocalText();
  const { mutateAsync } = useHandleCase();
  const { checklist, evidence, closing } = detail.type;
  return (
    <ActionForm<Values>
      title={t('act.handle.title', { number: detail.number })}
      explains={t('act.handle.explains')}
      submitLabel={t('act.handle.submit')}
      doneWords={t('act.handle.done', { number: detail.number })}
      initialValues={{ result: 'solved', ticked: detail.ticked }}
      width={closing.length === 0 ? 520 : 680}
      onSubmit={({ photos, form, ...values }) =>
        mutateAsync({
          caseId: detail.id,
          seq: detail.seq,
          photos: photos ?? [],
          form: sentFormValues({ form: closing }, form ?? {}),
          ...values,
        })
      }
      onClose={onClose}
    >
      <Form.Item name="result" label={t('act.handle.result')}>
        <Radio.Group options={results.map((value) => ({ value, label: t(`result.${value}`) }))} />
      </Form.Item>
      <WordsItem name="words" required label={t('act.handle.words')} hint={t('act.handle.hint')} />
      <StageFields form={closing} />
      {checklist.length === 0 ? null : (
        <Form.Item name="ticked" label={t('checklist.title')}>
          <Checkbox.Group
            style={{ display: 'grid', gap: 4 }}
            options={checklist.map((item) => ({
              value: item.key,
              label:
                item.kind === 'standard' ? local(item.label) : t('checklist.optional', { item: local(item.label) }),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="photos"
        label={evidence.handle === 0 ? t('photos') : t('photosNeeded', { count: evidence.handle })}
      >
        <PhotosInput />
      </Form.Item>
    </ActionForm>
  );
}
