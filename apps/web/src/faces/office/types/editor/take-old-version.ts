import { type Client, createRequestId } from '@linli/client';
import { getTypeVersion, saveCaseTypeDraft } from '@linli/contract';
import type { EditStart } from './use-type-edit.ts';

/** Puts an old version into the draft, to be looked at and published like any other edit. */
export async function takeOldVersion(
  client: Client,
  start: EditStart,
  draft: { readonly revision: number } | null,
  version: number,
): Promise<void> {
  const { yaml } = await client.call(getTypeVersion, { code: start.code, version });
  await client.call(saveCaseTypeDraft, {
    requestId: createRequestId(),
    code: start.code,
    yaml,
    layout: 'keep',
    revision: draft?.revision ?? null,
    baseVersion: start.inForce,
  });
}
