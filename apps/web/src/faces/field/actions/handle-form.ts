import { handleCase, results } from '@linli/contract';
import { photoRefs } from '../../../features/outbox/queue-command.ts';
import { type FormField, type FormValues, photosOf, textsOf } from '../../../ui/form-field.ts';
import { type ActionContext, type ActionForm, queuedWords, textOf } from './action-form.ts';

const MAX_PHOTOS = 9;

/** 办好了: result, words, photos, and the checklist where the type has one. */
export function handleForm({ task, t, read, queue }: ActionContext): ActionForm {
  const { checklist, evidence } = task.type;
  const fields: FormField[] = [
    {
      key: 'photos',
      kind: 'photo',
      label: t('field:act.photos'),
      required: evidence.handle > 0,
      min: evidence.handle,
      max: MAX_PHOTOS,
    },
    {
      key: 'result',
      kind: 'select',
      label: t('field:act.result'),
      required: true,
      options: results.map((value) => ({ value, label: t(`cases:result.${value}`) })),
    },
    { key: 'words', kind: 'textarea', label: t('field:act.words'), required: true, maxLength: 2000 },
  ];
  if (checklist.length > 0) {
    fields.push({
      key: 'ticked',
      kind: 'multi-select',
      label: t('field:act.ticked'),
      required: checklist.some((item) => item.kind === 'standard'),
      options: checklist.map((item) => ({ value: item.key, label: read(item.label) })),
    });
  }

  function judge(values: FormValues): Record<string, string> {
    const ticked = textsOf(values.ticked);
    const unticked = checklist.filter((item) => item.kind === 'standard' && !ticked.includes(item.key));
    const items = unticked.map((item) => read(item.label)).join(t('common:listJoin'));
    return unticked.length > 0 ? { ticked: t('field:act.needTicks', { items }) } : {};
  }

  return {
    fields,
    initialValues: { result: 'solved', ticked: task.ticked },
    judge,
    send: (values) => {
      const photos = photosOf(values.photos);
      const result = results.find((each) => each === values.result) ?? 'solved';
      const input = { caseId: task.id, result, words: textOf(values, 'words'), photos: photoRefs(photos) };
      const ticked = checklist.length === 0 ? {} : { ticked: [...textsOf(values.ticked)] };
      const command = { operation: handleCase, input: { ...input, ...ticked }, caseId: task.id, title: task.title };
      return queue({ ...command, photos }, queuedWords(t));
    },
  };
}
