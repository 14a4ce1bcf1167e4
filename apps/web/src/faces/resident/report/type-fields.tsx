import type { CaseTypeDefinition } from '@linli/domain';
import { typeFormFields } from '../../../features/cases/type-form.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import type { FormValue, FormValues } from '../../../ui/form-field.ts';
import { FormFieldControl } from '../../../ui/form-field-control.tsx';
import type { ReportProblem } from './use-report-problems.ts';

export type TypeFieldsProps = {
  readonly type: CaseTypeDefinition;
  readonly values: FormValues;
  readonly problems: readonly ReportProblem[];
  readonly onChange: (key: string, value: FormValue) => void;
};

/** What this kind of case asks besides the words. */
export function TypeFields({ type, values, problems, onChange }: TypeFieldsProps) {
  const read = useReadText();
  return typeFormFields(type, read).map((field) => {
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
