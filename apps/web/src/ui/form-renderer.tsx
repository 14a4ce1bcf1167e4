import { askedFields } from '@linli/domain';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import type { FormField, FormValues } from './form-field.ts';
import { FormFieldControl, type PlaceMap } from './form-field-control.tsx';
import { findFormProblems } from './form-problems.ts';
import styles from './form-renderer.module.css';
import { ProblemSummary } from './problem-summary.tsx';

export type FormRendererProps = {
  readonly fields: readonly FormField[];
  readonly initialValues?: FormValues | undefined;
  /** Called on every change: for drafts and suggestions. */
  readonly onChange?: ((values: FormValues) => void) | undefined;
  /** Called only when nothing is wrong. */
  readonly onSubmit: (values: FormValues) => void;
  /** The server's problems: field key → words. */
  readonly serverProblems?: Readonly<Record<string, string>> | undefined;
  readonly submitLabel?: string | undefined;
  readonly busy?: boolean | undefined;
  /** What the small map of a place field shows. */
  readonly placeMap?: PlaceMap | undefined;
  /** Between the fields and the button. */
  readonly children?: ReactNode;
};

/** A form from a list of fields. Problems appear on sending, all at once, then mend as one types. */
export function FormRenderer(props: FormRendererProps) {
  const { fields, initialValues, onChange, onSubmit, serverProblems, submitLabel, busy, placeMap, children } = props;
  const { t } = useTranslation(['ui', 'common']);
  const formId = useId();
  const [values, setValues] = useState<FormValues>(initialValues ?? {});
  // Two photos shrink at the same time: the second to be ready must not bring back what was before the first.
  const latest = useRef(values);
  const [attempt, setAttempt] = useState(0);
  const [mended, setMended] = useState<{ of: typeof serverProblems; keys: readonly string[] }>({
    of: serverProblems,
    keys: [],
  });

  const asked = askedFields(fields, values);
  const labels = new Map(fields.map((field) => [field.key, field.label]));
  const wrong = new Map<string, string>();
  if (attempt > 0) {
    for (const { key, code, ...limits } of findFormProblems(fields, values)) {
      wrong.set(key, t(`ui:problem.${code}`, { label: labels.get(key) ?? '', ...limits }));
    }
  }
  for (const [key, words] of Object.entries(serverProblems ?? {})) {
    const isMended = mended.of === serverProblems && mended.keys.includes(key);
    if (!wrong.has(key) && !isMended) wrong.set(key, words);
  }

  function change(key: string, value: FormValues[string]): void {
    const next = { ...latest.current, [key]: value };
    latest.current = next;
    setValues(next);
    setMended({ of: serverProblems, keys: [...(mended.of === serverProblems ? mended.keys : []), key] });
    onChange?.(next);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy === true) return;
    setAttempt(attempt + 1);
    if (findFormProblems(fields, values).length === 0) onSubmit(values);
  }

  const summary = asked.flatMap((field) => {
    const words = wrong.get(field.key);
    return words === undefined ? [] : [{ fieldId: `${formId}-${field.key}`, words }];
  });
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <ProblemSummary problems={summary} focusKey={`${attempt} ${Object.keys(serverProblems ?? {}).join()}`} />
      {asked.map((field) => (
        <FormFieldControl
          key={field.key}
          field={field}
          id={`${formId}-${field.key}`}
          value={values[field.key]}
          error={wrong.get(field.key)}
          placeMap={placeMap}
          onChange={(value) => change(field.key, value)}
        />
      ))}
      {children}
      <Button type="submit" kind="primary" size="large" wide busy={busy === true}>
        {submitLabel ?? t('common:action.send')}
      </Button>
    </form>
  );
}
