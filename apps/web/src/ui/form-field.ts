import type { FieldCondition } from '@linli/domain';
import type { Option } from './select.tsx';
import type { PreparedPhoto } from './shrink-photo.ts';

type Common = {
  /** Unique in the form; the name of the value that is sent. */
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  /** Asked, or required, only while an earlier field has this answer. */
  readonly shownWhen?: FieldCondition | undefined;
  readonly requiredWhen?: FieldCondition | undefined;
};

/** A form is a list of these; case types and packs carry them as JSON. */
export type FormField =
  | (Common & {
      readonly kind: 'text' | 'textarea';
      readonly minLength?: number | undefined;
      readonly maxLength?: number | undefined;
    })
  | (Common & {
      readonly kind: 'number';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      readonly unit?: string | undefined;
    })
  | (Common & { readonly kind: 'select' | 'multi-select'; readonly options: readonly Option[] })
  /** In yuan, to the fen. */
  | (Common & { readonly kind: 'money'; readonly min?: number | undefined; readonly max?: number | undefined })
  /** `time` is a day and minute on the site's clock, `YYYY-MM-DDTHH:mm`. */
  | (Common & { readonly kind: 'date' | 'time' | 'boolean' | 'place' })
  | (Common & {
      readonly kind: 'photo';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      /** A signature written on the screen may stand among the photos. */
      readonly signable?: boolean | undefined;
    });

/** Degrees, WGS-84; `address` in the reporter's words. */
export type PlaceValue = {
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
  readonly address: string;
};

/** What a field holds: text, number and select as typed text; nothing yet = undefined. */
export type FormValue = string | boolean | readonly string[] | readonly PreparedPhoto[] | PlaceValue | undefined;
export type FormValues = Readonly<Record<string, FormValue>>;

/** Narrowing by shape, for values that came from a draft or a caller. */
export function isPlaceValue(value: FormValue): value is PlaceValue {
  return typeof value === 'object' && !Array.isArray(value) && 'address' in value;
}

/** The texts of a multi-select. */
export function textsOf(value: FormValue): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The photos of a photo field. */
export function photosOf(value: FormValue): readonly PreparedPhoto[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object') : [];
}
