import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

export type FieldWords = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Words that say what to do; shown at the field and read with it. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
};

/** What the control must carry so that label, hint and error belong to it. */
export type ControlIds = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

export type FieldFrameProps = FieldWords & {
  readonly id?: string | undefined;
  /** `group` for several controls under one name (choices, photos, place). */
  readonly as?: 'field' | 'group';
  readonly children: (ids: ControlIds) => ReactNode;
};

/** Label above, hint under it, error next, then the control. Optional fields say so; required ones need not. */
export function FieldFrame({ label, hint, error, required, id, as = 'field', children }: FieldFrameProps) {
  const { t } = useTranslation('ui');
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint === undefined ? undefined : `${controlId}-hint`;
  const errorId = error === undefined ? undefined : `${controlId}-error`;
  const describedBy = [hintId, errorId].filter((each) => each !== undefined).join(' ');
  const words = (
    <>
      {label}
      {required === true ? null : <span className={styles.optional}>{t('field.optional')}</span>}
    </>
  );
  const notes = (
    <>
      {hint === undefined ? null : (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </>
  );
  const control = children({
    id: controlId,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-required': required === true ? true : undefined,
  });
  if (as === 'group') {
    return (
      <fieldset className={styles.field} data-error={error !== undefined} aria-describedby={describedBy || undefined}>
        <legend className={styles.label}>{words}</legend>
        {notes}
        {control}
      </fieldset>
    );
  }
  return (
    <div className={styles.field} data-error={error !== undefined}>
      <label htmlFor={controlId} className={styles.label}>
        {words}
      </label>
      {notes}
      {control}
    </div>
  );
}
