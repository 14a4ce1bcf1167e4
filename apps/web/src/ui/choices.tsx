import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
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

// More than these are not taken in at a glance, on a phone not even on one page.
const MANY = 15;
const SHOWN = 8;

/** Options one can see at once: radio buttons or tick boxes. Of very many those are shown that are chosen or searched for. */
export function Choices({ label, hint, error, required, id, kind, values, options, onChange }: ChoicesProps) {
  const { t } = useTranslation('ui');
  const name = useId();
  const [wanted, setWanted] = useState('');
  const isLong = options.length > MANY;
  const found = options.filter(({ value, label: each }) => !values.includes(value) && each.includes(wanted.trim()));
  const offered = new Set([...values, ...found.slice(0, SHOWN).map(({ value }) => value)]);
  const shown = isLong ? options.filter(({ value }) => offered.has(value)) : options;
  return (
    <FieldFrame as="group" label={label} hint={hint} error={error} required={required} id={id}>
      {(ids) => (
        <div className={styles.choices}>
          {isLong ? (
            <input
              type="search"
              className={styles.control}
              aria-label={t('choices.search', { label })}
              placeholder={t('choices.hint', { count: options.length })}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          ) : null}
          {shown.map((option, index) => (
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
          {isLong && shown.length < options.length ? <p className={styles.hint}>{t('choices.more')}</p> : null}
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
