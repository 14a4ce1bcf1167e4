import { checkCase } from '@linli/contract';
import { photoRefs } from '../../../features/outbox/queue-command.ts';
import { photosOf } from '../../../ui/form-field.ts';
import { type ActionContext, type ActionForm, queuedWords, textOf } from './action-form.ts';

/** 核查: passing needs no words; sending back says what is not done. */
export function checkForm({ task, t, queue }: ActionContext, verdict: 'pass' | 'fail'): ActionForm {
  const pass = verdict === 'pass';
  const label = t(pass ? 'field:act.checkPassWords' : 'field:act.checkFailWords');
  return {
    fields: [
      { key: 'words', kind: 'textarea', label, required: !pass, maxLength: 2000 },
      { key: 'photos', kind: 'photo', label: t('field:add.photos'), max: 9 },
    ],
    send: (values) => {
      const photos = photosOf(values.photos);
      const input = { caseId: task.id, pass, words: textOf(values, 'words'), photos: photoRefs(photos) };
      return queue({ operation: checkCase, input, caseId: task.id, title: task.title, photos }, queuedWords(t));
    },
  };
}
