import {
  getCaseTypeDraft,
  getTypeVersion,
  listTypeVersions,
  publishCaseType,
  saveCaseTypeDraft,
} from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import { stringify } from 'yaml';
import type { Caller } from '../../../test/test-app.ts';

/** The type the tests edit unless they name another. */
export const code = '06010';

type Edit = (definition: CaseTypeDefinition) => unknown;
/** Edits the version in force and keeps it as the draft. */
export async function draft(who: Caller, edit: Edit, type = code) {
  const { version, definition } = await who.call(getTypeVersion, { code: type });
  const known = (await who.call(getCaseTypeDraft, { code: type })).draft;
  const yaml = stringify(edit(definition));
  return (
    await who.call(saveCaseTypeDraft, { code: type, yaml, revision: known?.revision ?? null, baseVersion: version })
  ).draft;
}
/** Publishes what the publisher sees. */
export async function publish(who: Caller, type = code, from: 'draft' | 'pack' = 'draft') {
  const { inForce, draft: known } = await who.call(listTypeVersions, { code: type });
  const revision = from === 'draft' ? (known?.revision ?? null) : null;
  return who.call(publishCaseType, { code: type, from, version: inForce, revision, note: '试一试' });
}
