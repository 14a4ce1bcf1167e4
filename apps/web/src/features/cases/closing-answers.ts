import type { CaseDetail } from '@linli/contract';
import type { FormField } from '@linli/domain';

export type ClosingAnswer = { readonly field: FormField; readonly value: CaseDetail['form'][string] };

type Told = Pick<CaseDetail, 'story'> & { readonly type: Pick<CaseDetail['type'], 'closing'> };

/** What the last closing form says, in the order it is asked; only who works on the case is sent it. */
export function closingAnswers({ story, type }: Told): readonly ClosingAnswer[] {
  const last = story
    .filter(({ kind, data }) => kind === 'handle' && isForm(data.form))
    .toSorted((a, b) => b.seq - a.seq)[0];
  const form = last?.data.form;
  if (!isForm(form)) return [];
  return type.closing.flatMap((field) => {
    const value = form[field.key];
    return value === undefined || isBlank(value) ? [] : [{ field, value }];
  });
}

function isForm(form: unknown): form is CaseDetail['form'] {
  return typeof form === 'object' && form !== null && !Array.isArray(form);
}

function isBlank(value: CaseDetail['form'][string]): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
