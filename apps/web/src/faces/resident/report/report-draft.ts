import type { FormValues } from '../../../ui/form-field.ts';
import type { PreparedPhoto } from '../../../ui/shrink-photo.ts';

/** Where it is, WGS-84. `address` as the street knows it, `spot` in the reporter's words (“三楼楼道”). */
export interface DraftPlace {
  readonly lng: number;
  readonly lat: number;
  readonly address: string;
}

/** A report on its way: everything a reporter has put in, and the name of a sending that was not answered yet. */
export interface ReportDraft {
  readonly photos: readonly PreparedPhoto[];
  /** Photo id → what the server calls the photo it already has. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly place: DraftPlace | null;
  readonly spot: string;
  readonly words: string;
  readonly typeCode: string | null;
  readonly form: FormValues;
  readonly visibility: 'public' | 'private' | null;
  readonly anonymous: boolean;
  readonly requestId: string | null;
  /** The themed call it answers. */
  readonly callId: string | null;
}

export const emptyDraft: ReportDraft = {
  photos: [],
  hashes: {},
  place: null,
  spot: '',
  words: '',
  typeCode: null,
  form: {},
  visibility: null,
  anonymous: false,
  requestId: null,
  callId: null,
};

/** Is there anything in it that would be a loss? A guessed place alone is none. */
export function isWorthKeeping(draft: ReportDraft): boolean {
  return draft.photos.length > 0 || draft.words.trim() !== '' || draft.requestId !== null;
}
