import { useId } from 'react';
import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';
import type { Option } from './select.tsx';

export type ChoicesProps = FieldWords & {
  readonly id?: string | undefined;
  readonly kind: 'one' | 'many';
  readonly values: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (values: readonly string[]) => void;
};

/** Options one can see at once: radio buttons or tick boxes. */
export function Choices({ label, hint, error, required, id, kind, values, options, onChange }: ChoicesProps) {
  const name = useId();
  return (
    <FieldFrame as="group" label={label} hint={hint} error={error} required={required} id={id}>
      {(ids) => (
        <div className={styles.choices}>
          {options.map((option, index) => (
            <label key={option.value} className={styles.choice}>
              <input
                id={index === 0 ? ids.id : undefined}
                type={kind === 'one' ? 'radio' : 'checkbox'}
                name={name}
                checked={values.includes(option.value)}
                onChange={(event) => onChange(chosenAfter(kind, values, option.value, event.currentTarget.checked))}
              />
              {option.label}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}

function chosenAfter(kind: 'one' | 'many', values: readonly string[], value: string, checked: boolean): string[] {
  if (kind === 'one') return [value];
  const others = values.filter((each) => each !== value);
  return checked ? [...others, value] : others;
}
