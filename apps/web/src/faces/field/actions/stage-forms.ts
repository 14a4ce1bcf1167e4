import { advanceCase, type CurrentStage, finishPart } from '@linli/contract';
import { attendanceStatuses, partAnswers } from '@linli/domain';
import { offeredAnswers } from '../../../features/cases/part-answers.ts';
import { stageFields } from '../../../features/cases/stage-form.ts';
import { typeFormValues } from '../../../features/cases/type-form.ts';
import { photoRefs } from '../../../features/outbox/queue-command.ts';
import { type FormField, type FormValues, photosOf } from '../../../ui/form-field.ts';
import { siteDay } from '../words/site-day.ts';
import { type ActionContext, type ActionForm, queuedWords, textOf } from './action-form.ts';

// A phone is no desk: more duties than these are fixed there.
const DUTY_ROWS = [1, 2, 3] as const;

/** 办这个环节: which way out, what the stage asks, who came, what was agreed. */
export function advanceForm(context: ActionContext): ActionForm {
  const { task, t, read, units, now, queue } = context;
  const stage = task.current;
  if (stage === null) return { fields: [], send: () => Promise.resolve(false) };
  const offered = units
    .filter((unit) => unit.active)
    .map((unit) => ({ value: unit.id, label: unit.name, kind: unit.kind }));
  const parts = stage.meeting ? task.parts : [];
  const labels = { words: t('field:stage.words'), photos: t('field:stage.photos') };
  const options = stage.outcomes.map(({ key, label }) => ({ value: key, label: read(label) }));
  const fields: FormField[] = [
    { key: 'outcome', kind: 'select', label: t('field:stage.outcome'), required: true, options },
    ...askedByWay(stage, stageFields(task, stage, read, { ...context.registers, units: offered }, labels)),
    ...parts.map(
      (part): FormField => ({
        key: `came.${part.unitId}`,
        kind: 'select',
        label: t('field:stage.came', { unit: part.unitName }),
        required: true,
        options: attendanceStatuses.map((value) => ({ value, label: t(`field:stage.attendance.${value}`) })),
      }),
    ),
    ...(stage.duties === null ? [] : DUTY_ROWS.flatMap((number) => dutyFields(number, context))),
  ];

  function judge(values: FormValues): Record<string, string> {
    const way = stage?.outcomes.find(({ key }) => key === values.outcome);
    return {
      ...(way?.reason === true && textOf(values, 'words') === '' ? { words: t('field:stage.reasonNeeded') } : {}),
      ...(stage?.duties == null ? {} : dutyProblems(values, siteDay(now), t)),
    };
  }

  return {
    fields,
    initialValues: {
      ...(options.length === 1 ? { outcome: options[0]?.value } : {}),
      ...Object.fromEntries(parts.map(({ unitId }) => [`came.${unitId}`, 'present'])),
    },
    judge,
    send: (values) => {
      const photos = photosOf(values.photos);
      const input = {
        caseId: task.id,
        stage: stage.key,
        outcome: textOf(values, 'outcome'),
        form: typeFormValues(stage, values),
        words: textOf(values, 'words'),
        photos: photoRefs(photos),
        attendance: parts.map(({ unitId }) => ({
          unitId,
          status: attendanceStatuses.find((each) => each === values[`came.${unitId}`]) ?? 'present',
        })),
        duties: stage.duties === null ? [] : dutiesOf(values),
      };
      return queue({ operation: advanceCase, input, caseId: task.id, title: task.title, photos }, queuedWords(t));
    },
  };
}

/** A bare way out asks words alone: the rest comes once another way is chosen. */
function askedByWay({ outcomes }: CurrentStage, fields: readonly FormField[]): readonly FormField[] {
  if (outcomes.every(({ bare }) => !bare)) return fields;
  const shownWhen = { field: 'outcome', is: outcomes.flatMap(({ key, bare }) => (bare ? [] : [key])) };
  return fields.map((field) =>
    field.key === 'words' || field.shownWhen !== undefined ? field : { ...field, shownWhen },
  );
}

/** 我单位答复: done, agreed or refused, with words and photos. */
export function partForm({ task, t, read, queue }: ActionContext): ActionForm {
  const ours = task.parts.filter(({ owed }) => owed);
  const asked = ours.map((part) => part.asked).filter((each) => each !== '');
  const offered = offeredAnswers(task);
  const fields: FormField[] = [
    {
      key: 'answer',
      kind: 'select',
      label: t('field:stage.answer'),
      hint: asked.length === 0 ? undefined : asked.join('\n'),
      required: true,
      options: offered.map(({ key, label }) => ({
        value: key,
        label: label === null ? t(`field:stage.answers.${key}`) : read(label),
      })),
    },
    { key: 'words', kind: 'textarea', label: t('field:act.words'), maxLength: 2000 },
    { key: 'photos', kind: 'photo', label: t('field:add.photos'), max: 9 },
  ];
  if (ours.length > 1) {
    const options = ours.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }));
    fields.unshift({ key: 'unitId', kind: 'select', label: t('field:stage.unit'), required: true, options });
  }
  return {
    fields,
    initialValues: { answer: offered[0]?.key ?? 'done' },
    judge: (values) =>
      values.answer === 'refuse' && textOf(values, 'words') === '' ? { words: t('field:stage.reasonNeeded') } : {},
    send: (values) => {
      const photos = photosOf(values.photos);
      const unitId = ours.length > 1 ? textOf(values, 'unitId') : ours[0]?.unitId;
      const input = {
        caseId: task.id,
        answer: partAnswers.find((each) => each === values.answer) ?? 'done',
        words: textOf(values, 'words'),
        photos: photoRefs(photos),
        ...(unitId === undefined ? {} : { unitId }),
      };
      return queue({ operation: finishPart, input, caseId: task.id, title: task.title, photos }, queuedWords(t));
    },
  };
}

function dutyFields(number: number, { t, units }: ActionContext): FormField[] {
  const options = units.filter((unit) => unit.active).map((unit) => ({ value: unit.id, label: unit.name }));
  return [
    { key: `duty.${number}.unitId`, kind: 'select', label: t('field:stage.dutyUnit', { number }), options },
    {
      key: `duty.${number}.words`,
      kind: 'textarea',
      label: t('field:stage.dutyWords', { number }),
      maxLength: 2000,
    },
    { key: `duty.${number}.handleBy`, kind: 'date', label: t('field:stage.dutyDay', { number }) },
  ];
}

/** The duties that were filled in whole. */
export function dutiesOf(values: FormValues): { unitId: string; words: string; handleBy: string }[] {
  return DUTY_ROWS.map((number) => dutyOf(values, number)).filter((duty) => filledOf(duty) === 3);
}

/** A duty needs all three: who, what, until when; and not a day gone by. */
export function dutyProblems(values: FormValues, today: string, t: ActionContext['t']): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const number of DUTY_ROWS) {
    const duty = dutyOf(values, number);
    if (filledOf(duty) % 3 !== 0) problems[`duty.${number}.unitId`] = t('field:stage.dutyHalf');
    if (duty.handleBy !== '' && duty.handleBy < today) problems[`duty.${number}.handleBy`] = t('field:act.untilPast');
  }
  return problems;
}

function dutyOf(values: FormValues, number: number) {
  const part = (key: string) => textOf(values, `duty.${number}.${key}`);
  return { unitId: part('unitId'), words: part('words'), handleBy: part('handleBy') };
}

function filledOf(duty: ReturnType<typeof dutyOf>): number {
  return Object.values(duty).filter((each) => each !== '').length;
}
