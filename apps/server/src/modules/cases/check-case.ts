import type { CaseAfterView, checkCase, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Pass closes; fail needs words and sends it back. */
export function checkHandled(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof checkCase> },
): Promise<CaseAfterView> {
  const { pass, words, photos } = call.input;
  if (!pass && words === '') refuse('input-invalid', {}, { fields: [{ path: 'words', code: 'required', params: {} }] });
  return actOnCase(db, deps, call, () =>
    pass
      ? [
          {
            kind: 'check-pass',
            data: { photos: photos.length, ...(words ? { note: words } : {}) },
            photos,
            phase: 'check',
          },
        ]
      : [{ kind: 'check-fail', data: { photos: photos.length, reason: words }, photos, phase: 'check' }],
  );
}
