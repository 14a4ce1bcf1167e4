import { contactReporter, noteCase } from '@linli/contract';
import { photoRefs } from '../../../features/outbox/queue-command.ts';
import { photosOf } from '../../../ui/form-field.ts';
import { type ActionContext, type ActionForm, queuedWords, textOf } from './action-form.ts';

const WAYS = ['phone', 'visit', 'message'] as const;

/** 记一笔: words and photos for colleagues. */
export function noteForm({ task, t, queue }: ActionContext): ActionForm {
  return {
    fields: [
      { key: 'words', kind: 'textarea', label: t('field:act.note'), required: true, maxLength: 2000 },
      { key: 'photos', kind: 'photo', label: t('field:add.photos'), max: 9 },
    ],
    send: (values) => {
      const photos = photosOf(values.photos);
      const input = { caseId: task.id, words: textOf(values, 'words'), photos: photoRefs(photos) };
      return queue({ operation: noteCase, input, caseId: task.id, title: task.title, photos }, queuedWords(t));
    },
  };
}

/** 先行联系: reached or not, how, and what was said. */
export function contactForm({ task, t, queue }: ActionContext): ActionForm {
  const options = WAYS.map((value) => ({ value, label: t(`cases:contactWay.${value}`) }));
  return {
    fields: [
      { key: 'reached', kind: 'boolean', label: t('field:act.reached'), required: true },
      { key: 'way', kind: 'select', label: t('field:act.way'), required: true, options },
      { key: 'words', kind: 'textarea', label: t('field:act.said'), required: true, maxLength: 2000 },
    ],
    initialValues: { way: 'phone' },
    send: (values) => {
      const way = WAYS.find((each) => each === values.way) ?? 'phone';
      const input = { caseId: task.id, reached: values.reached === true, way, words: textOf(values, 'words') };
      return queue({ operation: contactReporter, input, caseId: task.id, title: task.title }, queuedWords(t));
    },
  };
}
