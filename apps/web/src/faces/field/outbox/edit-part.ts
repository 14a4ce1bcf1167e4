import type { OutboxItem } from '@linli/client';
import type { FormField, FormValue } from '../../../ui/form-field.ts';
import type { Option } from '../../../ui/select.tsx';

export type ItemInput = OutboxItem['input'];

/** One thing of a refused item that can be put right: how it is asked, what stands there, how it goes back into the input. */
export interface EditPart {
  readonly field: FormField;
  readonly value: FormValue;
  /** Where the server finds it in the input, when it names what is wrong: `form.minutes`, `fields.2`. */
  readonly path: string;
  /** Writes into a copy of the input that is the caller's own. */
  readonly write: (input: ItemInput, value: FormValue) => void;
}

type Own = { readonly input: ItemInput; readonly key: string; readonly label: string };

/** A text directly in the input; none where the item has no such text. */
export function textPart({ input, key, label }: Own, required: readonly string[]): EditPart[] {
  const value = input[key];
  if (typeof value !== 'string') return [];
  return [
    {
      field: { key, kind: 'textarea', label, required: required.includes(key), maxLength: 2000 },
      value,
      path: key,
      write: (next, typed) => {
        if (typeof typed === 'string') next[key] = typed.trim();
      },
    },
  ];
}

/** A choice directly in the input; none where the item has none or nothing can be offered. */
export function choicePart({ input, key, label }: Own, options: readonly Option[]): EditPart[] {
  const value = input[key];
  if (typeof value !== 'string' || options.length === 0) return [];
  return [
    {
      field: { key, kind: 'select', label, required: true, options },
      value,
      path: key,
      write: (next, chosen) => {
        if (typeof chosen === 'string' && chosen !== '') next[key] = chosen;
      },
    },
  ];
}

/** Yes or no directly in the input. */
export function yesNoPart({ input, key, label }: Own): EditPart[] {
  const value = input[key];
  if (typeof value !== 'boolean') return [];
  return [
    {
      field: { key, kind: 'boolean', label },
      value,
      path: key,
      write: (next, chosen) => {
        next[key] = chosen === true;
      },
    },
  ];
}

/** Objects of a list in the input; what is none is left out. */
export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

/** Changes one object of a list in the input; `null` takes it out. Calls on one list go from its end to its beginning. */
export function writeAt(
  input: ItemInput,
  key: string,
  at: number,
  change: Readonly<Record<string, unknown>> | null,
): void {
  const list = listOf(input[key]);
  input[key] =
    change === null
      ? list.filter((_, index) => index !== at)
      : list.map((each, index) => (index === at ? { ...each, ...change } : each));
}
