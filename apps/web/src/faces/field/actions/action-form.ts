import type { CaseDetail, UnitView } from '@linli/contract';
import type { LocalText } from '@linli/domain';
import type { TFunction } from 'i18next';
import type { NamedOptions } from '../../../features/cases/type-form.ts';
import type { FormField, FormValues } from '../../../ui/form-field.ts';
import type { useQueue } from './use-queue.ts';

export type ActionText = TFunction<['field', 'cases', 'common', 'ui']>;
export type Queue = ReturnType<typeof useQueue>;

/** What a form of an action is made from. */
export interface ActionContext {
  readonly task: CaseDetail;
  readonly t: ActionText;
  readonly read: (text: LocalText) => string;
  readonly units: readonly UnitView[];
  /** Mediators and rooms, where the stage asks for them. */
  readonly registers: NamedOptions;
  readonly now: Date;
  readonly queue: Queue;
}

/** One action as a form: its fields, what else must hold, and what is put into the outbox. */
export interface ActionForm {
  readonly fields: readonly FormField[];
  readonly initialValues?: FormValues;
  /** Problems beyond those of single fields: field key → words. */
  readonly judge?: (values: FormValues) => Record<string, string>;
  /** Resolves `false` when the phone could not keep it. */
  readonly send: (values: FormValues) => Promise<boolean>;
}

/** The words that tell the worker that it is kept. */
export function queuedWords(t: ActionText) {
  return { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };
}

/** A typed text without the blanks around it. */
export function textOf(values: FormValues, key: string): string {
  const value = values[key];
  return typeof value === 'string' ? value.trim() : '';
}
