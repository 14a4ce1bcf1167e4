import type { CaseAfterView, decideRequest, ParsedInputOf } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Grants or refuses the waiting request; a refusal needs words. Only those who may rule decide, never who asked. */
export function decidePending(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof decideRequest> },
): Promise<CaseAfterView> {
  const { grant, words } = call.input;
  if (!grant && words === '')
    refuse('input-invalid', {}, { fields: [{ path: 'words', code: 'required', params: {} }] });
  return actOnCase(db, deps, call, ({ loaded, relations }) => {
    if (!relations.has('duty-chief')) refuse('not-allowed');
    const event = { request: loaded.fold.pending?.kind ?? null };
    return grant
      ? [{ kind: 'grant', data: words ? { note: words } : {}, event }]
      : [{ kind: 'refuse', data: { reason: words }, event }];
  });
}
