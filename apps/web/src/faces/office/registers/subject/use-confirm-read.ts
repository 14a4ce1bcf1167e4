import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConfirmFields } from '../../../../features/registers/confirm-fields.ts';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { useSay } from '../use-say.ts';
import type { FieldView, SubjectDetail } from './subject-detail.ts';

/** Confirms values as they are read here; one that has become another meanwhile is named and not confirmed. */
export function useConfirmRead({ id: subjectId, noun }: SubjectDetail['subject']) {
  const { t } = useTranslation(['registers', 'forms']);
  const { message } = App.useApp();
  const say = useSay();
  const words = useFieldWords();
  const { mutate, isPending } = useConfirmFields();

  function confirm(read: readonly FieldView[]): void {
    const fields = read.map(({ code }) => code);
    const was = Object.fromEntries(read.flatMap(({ code, value }) => (value === null ? [] : [[code, value]])));
    const { onSuccess, onError } = say(t('registers:field.confirmed'));
    mutate(
      { subjectId, fields, was },
      {
        onError,
        onSuccess: ({ confirmed }) => {
          const moved = fields.filter((code) => !confirmed.includes(code));
          if (moved.length === 0) onSuccess();
          else
            void message.warning(
              t('registers:field.movedOn', {
                labels: moved.map((code) => words.label(noun, code)).join(t('forms:join')),
              }),
            );
        },
      },
    );
  }

  return { confirm, isPending };
}
