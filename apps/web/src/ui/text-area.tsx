import type { Ref, TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export type TextAreaProps = FieldWords &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required' | 'onChange' | 'value' | 'maxLength'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    /** Shown as characters left once near; typing on is allowed and told, not cut off. */
    readonly maxLength?: number | undefined;
    readonly ref?: Ref<HTMLTextAreaElement>;
  };

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, required, id, onChange, maxLength, ref, ...rest } = props;
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required} id={id}>
      {(ids) => (
        <>
          <textarea
            rows={3}
            {...rest}
            {...ids}
            ref={ref}
            className={styles.control}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {maxLength === undefined ? null : <CharactersLeft left={maxLength - props.value.length} of={maxLength} />}
        </>
      )}
    </FieldFrame>
  );
}

function CharactersLeft({ left, of }: { readonly left: number; readonly of: number }) {
  const { t } = useTranslation('ui');
  if (left > of / 5) return null;
  return (
    <span className={styles.count} data-over={left < 0} role="status">
      {left < 0 ? t('field.charactersOver', { count: -left }) : t('field.charactersLeft', { count: left })}
    </span>
  );
}
