import { Form, Rate } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRateCase } from '../../../features/cases/rate-case.ts';
import { useReopenCase } from '../../../features/cases/reopen-case.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { PhotosInput } from './photos-input.tsx';
import { WordsItem } from './words-item.tsx';

/** Whoever asked says what they think of it: a committee of the departments it summoned. */
export function RateAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useRateCase();
  return (
    <ActionForm<{ rating: number; words?: string }>
      title={t('act.rate.title', { number: detail.number })}
      explains={t('act.rate.explains')}
      submitLabel={t('act.rate.submit')}
      doneWords={t('act.rate.done')}
      onSubmit={({ rating, words }) => mutateAsync({ caseId: detail.id, seq: detail.seq, rating, words: words ?? '' })}
      onClose={onClose}
    >
      <Form.Item
        name="rating"
        label={t('act.rate.score')}
        rules={[{ required: true, message: t('act.rate.scoreMissing') }]}
      >
        <Rate />
      </Form.Item>
      <WordsItem name="words" label={t('act.rate.words')} />
    </ActionForm>
  );
}

/** Not solved: whoever asked sends it back, a new round begins. */
export function ReopenAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useReopenCase();
  return (
    <ActionForm<{ words: string; photos?: string[] }>
      title={t('act.reopen.title', { number: detail.number })}
      explains={t('act.reopen.explains')}
      submitLabel={t('act.reopen.submit')}
      doneWords={t('act.reopen.done')}
      danger
      onSubmit={({ words, photos }) => mutateAsync({ caseId: detail.id, seq: detail.seq, words, photos: photos ?? [] })}
      onClose={onClose}
    >
      <WordsItem name="words" required label={t('act.reopen.words')} />
      <Form.Item name="photos" label={t('photos')}>
        <PhotosInput />
      </Form.Item>
    </ActionForm>
  );
}
