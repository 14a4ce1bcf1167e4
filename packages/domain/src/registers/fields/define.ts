import type { LocalText } from '../../cases/form-field.ts';
import type { RegisterField } from '../register-field.ts';

/** Choices written as `value: [Chinese, English]`. */
export function choices(
  options: Readonly<Record<string, readonly [string, string]>>,
): { value: string; label: LocalText }[] {
  return Object.entries(options).map(([value, [zh, en]]) => ({ value, label: { zh, en } }));
}

/** Fields of one noun that share ground, owner and retention, written one in a line. */
export function fieldsOf(
  common: Pick<RegisterField, 'noun' | 'level' | 'basis' | 'law' | 'owner' | 'retention'>,
  fields: Readonly<
    Record<
      string,
      Omit<RegisterField, 'code' | 'noun' | 'level' | 'basis' | 'law' | 'owner' | 'retention' | 'label'> & {
        label: readonly [string, string];
      }
    >
  >,
): RegisterField[] {
  return Object.entries(fields).map(
    ([
      code,
      {
        label: [zh, en],
        ...field
      },
    ]) => ({ ...common, ...field, code, label: { zh, en } }),
  );
}
