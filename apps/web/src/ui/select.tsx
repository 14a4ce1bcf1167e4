import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export type Option = { readonly value: string; readonly label: string };

export type SelectProps = FieldWords & {
  readonly id?: string | undefined;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
};

/** One of many, by the system's own picker. For five or fewer, `Choices` is quicker. */
export function Select({ label, hint, error, required, id, value, options, onChange }: SelectProps) {
  const { t } = useTranslation('ui');
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required} id={id}>
      {(ids) => (
        <select
          {...ids}
          className={styles.control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{t('field.choose')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
