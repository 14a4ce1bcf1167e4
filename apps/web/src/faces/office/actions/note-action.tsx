import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNoteCase } from '../../../features/cases/note-case.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { PhotosInput } from './photos-input.tsx';
import { WordsItem } from './words-item.tsx';

type Values = { words: string; photos?: string[] };

/** A note for colleagues. */
export function NoteAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useNoteCase();
  return (
    <ActionForm<Values>
      title={t('act.note.title', { number: detail.number })}
      explains={t('act.note.explains')}
      submitLabel={t('act.note.submit')}
      doneWords={t('act.note.done')}
      onSubmit={({ words, photos }) => mutateAsync({ caseId: detail.id, seq: detail.seq, words, photos: photos ?? [] })}
      onClose={onClose}
    >
      <WordsItem name="words" required label={t('act.note.words')} />
      <Form.Item name="photos" label={t('photos')}>
        <PhotosInput />
      </Form.Item>
    </ActionForm>
  );
}
