import { askedFields, type CaseTypeDefinition } from '@linli/domain';
import { useTranslation } from 'react-i18next';
import { typeFormFields } from '../../../features/cases/type-form.ts';
import { usePublicUnits } from '../../../features/org/use-public-units.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import type { FormField, FormValue, FormValues } from '../../../ui/form-field.ts';
import { FormFieldControl } from '../../../ui/form-field-control.tsx';
import parts from '../parts/parts.module.css';
import styles from './report.module.css';
import type { ReportProblem } from './use-report-problems.ts';

export type TypeFieldsProps = {
  readonly type: CaseTypeDefinition;
  readonly values: FormValues;
  readonly problems: readonly ReportProblem[];
  readonly onChange: (key: string, value: FormValue) => void;
};

/** What this kind of case asks besides the words; what may be left out is folded away. */
export function TypeFields(props: TypeFieldsProps) {
  const { t } = useTranslation('resident');
  const read = useReadText();
  const units = usePublicUnits(props.type);
  const fields = askedFields(typeFormFields(props.type, read, { units }), props.values);
  const optional = fields.filter(({ required }) => required !== true);
  // Folded fields with a problem in them would hide it.
  const hasProblem = optional.some(({ key }) => props.problems.some(({ fieldId }) => fieldId === `report-${key}`));
  return (
    <>
      <FieldList {...props} fields={fields.filter(({ required }) => required === true)} />
      {optional.length === 0 ? null : (
        <details open={hasProblem} className={styles.more}>
          <summary>{t('report.more')}</summary>
          <div className={parts.stack}>
            <FieldList {...props} fields={optional} />
          </div>
        </details>
      )}
    </>
  );
}

function FieldList({
  fields,
  values,
  problems,
  onChange,
}: TypeFieldsProps & { readonly fields: readonly FormField[] }) {
  return fields.map((field) => {
    const id = `report-${field.key}`;
    return (
      <FormFieldControl
        key={field.key}
        field={field}
        id={id}
        value={values[field.key]}
        error={problems.find(({ fieldId }) => fieldId === id)?.words}
        onChange={(value) => onChange(field.key, value)}
      />
    );
  });
}
