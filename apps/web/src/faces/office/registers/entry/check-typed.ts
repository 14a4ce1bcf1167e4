import {
  checkFieldValue,
  checkIdentityDocument,
  type IdentityDocumentKind,
  identityDocumentKinds,
  type RegisterField,
} from '@linli/domain';
import type { TypedValue } from './field-input.tsx';

export type TypedProblem = 'identity' | 'phone' | 'creditCode' | 'code' | 'format' | 'tooLong' | 'tooSmall' | 'tooBig';

/** What is wrong with something typed into a field, as one tells a clerk; null when it may be sent. Nothing typed is never wrong. */
export function checkTyped(
  field: RegisterField,
  value: TypedValue,
  call: { documentKind: IdentityDocumentKind; today: string },
): TypedProblem | null {
  if (value === undefined || value === '') return null;
  if (field.code === 'idNumber') {
    return checkIdentityDocument(call.documentKind, String(value), { today: call.today }).ok ? null : 'identity';
  }
  const checked = checkFieldValue(field, value);
  if (checked.ok) return null;
  if (checked.problem === 'too-long') return 'tooLong';
  if (checked.problem === 'too-small') return 'tooSmall';
  if (checked.problem === 'too-big') return 'tooBig';
  if (field.code.toLowerCase().endsWith('phone')) return 'phone';
  if (field.code === 'creditCode') return 'creditCode';
  return field.noun === 'asset' && field.code === 'code' ? 'code' : 'format';
}

/** The paper somebody is registered by; the resident identity card where nothing is said. */
export function documentKindOf(value: unknown): IdentityDocumentKind {
  return identityDocumentKinds.find((kind) => kind === value) ?? 'resident-id';
}
