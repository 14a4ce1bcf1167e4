import type { CallInput } from '@linli/client';
import type { reportCase } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import { typeFormValues } from '../../../features/cases/type-form.ts';
import type { ReportDraft } from './report-draft.ts';

export type ReportInput = CallInput<typeof reportCase>;

/** The draft as the contract takes it. `photos` are the hashes of those already sent. */
export function reportInput(draft: ReportDraft, type: CaseTypeDefinition, photos: string[]): ReportInput {
  const { place, spot } = draft;
  const address = [place?.address ?? '', spot.trim()].filter((each) => each !== '').join(' ');
  return {
    typeCode: type.code,
    words: draft.words.trim(),
    place: place === null ? null : { lng: place.lng, lat: place.lat, address: address.slice(0, 200) },
    form: typeFormValues(type, draft.form),
    photos,
    anonymous: draft.anonymous && type.reporters.includes('anonymous'),
    ...(draft.callId === null ? {} : { callId: draft.callId }),
    ...(type.visibility === 'public' && draft.visibility !== null ? { visibility: draft.visibility } : {}),
  };
}

export type MissingPart = 'type' | 'place' | 'words' | 'photos';

/** What must still be said before this can be sent; the type's own fields are checked by the form rules. */
export function missingParts(draft: ReportDraft, type: CaseTypeDefinition | undefined): MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.words.trim().length < 2) missing.push('words');
  if (type === undefined) missing.push('type');
  if (type?.needsPlace === true && draft.place === null) missing.push('place');
  if (type !== undefined && draft.photos.length < type.evidence.report) missing.push('photos');
  return missing;
}
