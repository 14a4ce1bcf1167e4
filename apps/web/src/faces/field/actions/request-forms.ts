import { askExtension, askSuspension, resumeCase, returnCase } from '@linli/contract';
import { siteDay, siteInstant } from '../words/site-day.ts';
import { type ActionContext, type ActionForm, queuedWords, textOf } from './action-form.ts';

/** 申请延期: why, and until which day (by the end of the usual office day). */
export function extensionForm({ task, t, now, queue }: ActionContext): ActionForm {
  const reason = {
    key: 'reason',
    kind: 'textarea',
    label: t('field:act.reason'),
    required: true,
    maxLength: 2000,
  } as const;
  const until = { key: 'until', kind: 'date', label: t('field:act.until'), hint: t('field:act.untilHint') } as const;
  return {
    fields: [reason, { ...until, required: true }],
    judge: (values) => (textOf(values, 'until') > siteDay(now) ? {} : { until: t('field:act.untilPast') }),
    send: (values) => {
      const input = {
        caseId: task.id,
        reason: textOf(values, 'reason'),
        until: siteInstant(textOf(values, 'until'), '17:30'),
      };
      return queue({ operation: askExtension, input, caseId: task.id, title: task.title }, queuedWords(t));
    },
  };
}

/** 申请暂缓: what must happen first. */
export function suspensionForm({ task, t, queue }: ActionContext): ActionForm {
  return {
    fields: [{ key: 'reason', kind: 'textarea', label: t('field:act.suspendReason'), required: true, maxLength: 2000 }],
    send: (values) => {
      const input = { caseId: task.id, reason: textOf(values, 'reason') };
      return queue({ operation: askSuspension, input, caseId: task.id, title: task.title }, queuedWords(t));
    },
  };
}

/** 恢复办理. */
export function resumeForm({ task, t, queue }: ActionContext): ActionForm {
  return {
    fields: [{ key: 'words', kind: 'textarea', label: t('field:act.resumeWords'), maxLength: 2000 }],
    send: (values) => {
      const input = { caseId: task.id, words: textOf(values, 'words') };
      return queue({ operation: resumeCase, input, caseId: task.id, title: task.title }, queuedWords(t));
    },
  };
}

/** 退回: why, and whose it is. */
export function returnForm({ task, t, units, queue }: ActionContext): ActionForm {
  const options = units.filter((unit) => unit.active).map((unit) => ({ value: unit.id, label: unit.name }));
  return {
    fields: [
      { key: 'rightUnitId', kind: 'select', label: t('field:act.rightUnit'), required: true, options },
      { key: 'reason', kind: 'textarea', label: t('field:act.reason'), required: true, maxLength: 2000 },
    ],
    send: (values) => {
      const input = { caseId: task.id, reason: textOf(values, 'reason'), rightUnitId: textOf(values, 'rightUnitId') };
      return queue({ operation: returnCase, input, caseId: task.id, title: task.title }, queuedWords(t));
    },
  };
}
