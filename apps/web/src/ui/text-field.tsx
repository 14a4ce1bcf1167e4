import type { InputHTMLAttributes, Ref } from 'react';
import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export type TextFieldProps = FieldWords &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'required' | 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** Words after the box: 米, 元. */
    readonly unit?: string | undefined;
    readonly ref?: Ref<HTMLInputElement>;
  };

/** One line of text; `type` for tel, number, date. */
export function TextField({ label, hint, error, required, id, unit, onChange, ref, ...rest }: TextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required} id={id}>
      {(ids) => (
        <span className={styles.withUnit}>
          <input
            {...rest}
            {...ids}
            ref={ref}
            className={styles.control}
            onChange={(event) => onChange(event.currentTarget.value)}
            style={unit === undefined ? { maxWidth: 'none' } : undefined}
          />
          {unit === undefined ? null : <span>{unit}</span>}
        </span>
      )}
    </FieldFrame>
  );
}
