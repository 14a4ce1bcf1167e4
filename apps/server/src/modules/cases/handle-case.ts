import { randomInt } from 'node:crypto';
import type { CaseAfterView, handleCase, ParsedInputOf } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { validateFields } from './validate-form.ts';

/** Done. What was only dispatched is taken first. Whether it is checked, where only a sample is, is drawn here. */
export function handleInHand(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof handleCase> },
): Promise<CaseAfterView> {
  const { result, words, photos, ticked, form } = call.input;
  return actOnCase(db, deps, call, ({ loaded, type }) => {
    // A procedure has no closing form: there the table refuses by name.
    const closing = type.stages.length > 0 ? form : validateFields(type.closing, form, deps.directory.get());
    const data = {
      result,
      words,
      photos: photos.length,
      sampled: drawSample(type),
      ...(ticked ? { ticked } : {}),
      ...(type.closing.length > 0 ? { form: closing } : {}),
    };
    const handle = { kind: 'handle' as const, data, photos, phase: 'handle' as const };
    return loaded.fold.state === 'dispatched' ? [{ kind: 'take' as const, data: {} }, handle] : [handle];
  });
}

/** One draw of the sample, from the system's randomness, so that nobody can foresee it. */
export function drawSample(type: CaseTypeDefinition): boolean {
  return randomInt(0, 10_000) < type.checking.samplePercent * 100;
}
