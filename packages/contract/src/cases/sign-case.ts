import { z } from 'zod';
import { command } from '../operation.ts';
import { CaseAfter, caseActionErrors, FileHash, MoreWords, onCase, StageKey } from './shapes.ts';

export const signCase = command({
  name: 'sign-case',
  module: 'cases',
  summary:
    'A party signs the paper put before it on its own screen, or says that it does not agree; once for each text put forward',
  input: {
    ...onCase,
    stage: StageKey,
    /** Of the text that was read, as `signing` of the case said it. */
    writtenAt: z.iso.datetime(),
    agrees: z.boolean(),
    /** The picture of the signature; needed to agree. */
    signature: FileHash.optional(),
    words: MoreWords,
  },
  output: CaseAfter,
  errors: [...caseActionErrors, 'nothing-to-sign', 'already-signed', 'signature-missing', 'stage-changed'],
  allow: 'signed-in',
});
