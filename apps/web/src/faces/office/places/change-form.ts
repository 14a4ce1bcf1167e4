import type { FormInstance } from 'antd';
import type { KeyboardEvent } from 'react';
import { markField, readRefusal } from '../actions/read-refusal.ts';

/**
 * Marks the fields the server named and answers the words for above the button; what it named that the form does not ask for stands in them.
 * `names` are the form's names for the contract's paths, where they differ.
 */
export function markRefused<V>(
  form: FormInstance<V>,
  error: unknown,
  words: { unknown: string; names?: Readonly<Record<string, keyof V & string>> },
): string {
  const { message, fields } = readRefusal(error, words.unknown);
  const asked = Object.keys(form.getFieldsValue(true) as object); // the form's values, as it was given them
  const elsewhere: string[] = [];
  for (const field of fields) {
    const name = words.names?.[field.path] ?? field.path;
    if (asked.includes(name)) markField(form, name, field.message);
    else elsewhere.push(field.message);
  }
  return [message, ...elsewhere].join(' ');
}

/** A day is typed and confirmed with Enter: that must not already move a border. */
export function stayOnEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
