import { checkIdentityDocument, checkPhone, identityDocumentKinds } from '@linli/domain';
import type { FormValues } from '../../../ui/form-field.ts';

/** What is wrong with numbers, found at the door: a refusal two hours later helps nobody. Field key → words. */
export function judgePaper(
  values: FormValues,
  today: string,
  words: { readonly idNumber: string; readonly phone: string },
): Record<string, string> {
  const { idNumber, phone, documentKind } = values;
  const kind = identityDocumentKinds.find((one) => one === documentKind) ?? 'resident-id';
  return {
    ...(typeof idNumber === 'string' && idNumber !== '' && !checkIdentityDocument(kind, idNumber, { today }).ok
      ? { idNumber: words.idNumber }
      : {}),
    ...(typeof phone === 'string' && phone !== '' && !checkPhone(phone).ok ? { phone: words.phone } : {}),
  };
}
