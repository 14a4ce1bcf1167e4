import { checkFieldValue, checkIdentityDocument, identityDocumentKinds, type RegisterField } from '@linli/domain';

/** A sealed field as a committee types it; the kind of an identity document is told by its number. */
export function checkSealedValue(
  field: RegisterField,
  value: unknown,
): { ok: true; value: string; kind: string } | { ok: false; problem: string } {
  const checked = checkFieldValue(field, value);
  if (!checked.ok) return checked;
  const text = String(checked.value);
  if (field.code !== 'idNumber') return { ok: true, value: text, kind: '' };
  for (const kind of identityDocumentKinds) {
    const document = checkIdentityDocument(kind, text);
    if (document.ok) return { ok: true, value: document.normalised, kind };
  }
  return { ok: false, problem: 'wrong-format' };
}
