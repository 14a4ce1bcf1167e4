import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCheckCase } from '../../../features/cases/check-case.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { PhotosInput } from './photos-input.tsx';
import { WordsItem } from './words-item.tsx';

type CheckProps = CaseActionProps & { readonly verdict: 'check-pass' | 'check-fail' };
type Values = { words?: string; photos?: string[] };

/** Pass closes the case; fail sends it back as rework and says what is still wrong. */
export function CheckAction({ detail, verdict, onClose }: CheckProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useCheckCase();
  const pass = verdict === 'check-pass';
  return (
    <ActionForm<Values>
      title={t(`act.${verdict}.title`, { number: detail.number })}
      explains={t(`act.${verdict}.explains`)}
      submitLabel={t(`act.${verdict}.submit`)}
      doneWords={t(`act.${verdict}.done`, { number: detail.number })}
      danger={!pass}
      onSubmit={({ words, photos }) =>
        mutateAsync({ caseId: detail.id, seq: detail.seq, pass, words: words ?? '', photos: photos ?? [] })
      }
      onClose={onClose}
    >
      <WordsItem name="words" required={!pass} label={t(`act.${verdict}.words`)} />
      <Form.Item name="photos" label={t('photos')}>
        <PhotosInput />
      </Form.Item>
    </ActionForm>
  );
}
