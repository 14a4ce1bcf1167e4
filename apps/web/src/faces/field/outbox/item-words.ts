import type { OutboxItem, OutboxReason } from '@linli/client';
import { errorWords, type Language, wordsFor } from '@linli/contract';
import type { CaseActionKind } from '@linli/domain';
import type { TFunction } from 'i18next';

const ACTIONS: Readonly<Record<string, CaseActionKind>> = {
  'take-case': 'take',
  'return-case': 'return',
  'handle-case': 'handle',
  'tick-checklist': 'tick',
  'ask-extension': 'ask-extension',
  'ask-suspension': 'ask-suspension',
  'resume-case': 'resume',
  'advance-case': 'advance',
  'finish-part': 'finish-part',
  'note-case': 'note',
  'contact-reporter': 'contact',
  'urge-case': 'urge',
  'report-case': 'report',
};

/** Entries of the registers; they keep the order of their home. */
const ENTRIES = ['add-subject', 'change-fields', 'confirm-fields', 'move-out', 'record-letting-check'] as const;

export function isRegisterEntry(item: Pick<OutboxItem, 'operation'>): boolean {
  return ENTRIES.some((name) => name === item.operation);
}

/** What an item of the outbox does: “办好了”, “退回”. */
export function itemActionWords(item: OutboxItem, t: TFunction<['field', 'cases']>): string {
  const entry = ENTRIES.find((name) => name === item.operation);
  if (entry !== undefined) return t(`field:outbox.entry.${entry}`);
  if (item.operation === 'self-handle-case') return t('field:add.self');
  if (item.operation === 'check-case')
    return t(item.input.pass === true ? 'cases:action.check-pass' : 'cases:action.check-fail');
  const kind = ACTIONS[item.operation];
  return kind === undefined ? item.operation : t(`cases:action.${kind}`);
}

/** Why an item waits or was refused: the server's words, else our own by code. */
export function reasonWords(reason: OutboxReason, language: Language, t: TFunction<['field', 'cases']>): string {
  if (reason.code === 'offline') return t('field:outbox.offline');
  if (reason.code === 'sign-in-needed') return t('field:outbox.signIn');
  if (reason.code === 'photo-lost') return t('field:outbox.photoLost');
  if (reason.message !== '') return reason.message;
  return isErrorCode(reason.code) ? wordsFor(errorWords[reason.code], language, reason.params) : reason.code;
}

function isErrorCode(code: string): code is keyof typeof errorWords {
  return code in errorWords;
}
