import type { CaseTypeDefinition, FormField, LocalText } from '@linli/domain';
import type { Refusal } from '../../platform/errors.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { RowProblem } from './problem-words.ts';

/** Kinds of answers that stand for rows of this product: no cell of another system's table can name them. */
const namedHere: ReadonlySet<FormField['kind']> = new Set(['unit', 'units', 'mediator', 'room']);
const optionsNamed = 12;

/** A row and how its columns are read. */
interface ReadRow {
  row: { cells: readonly string[] };
  compiled: CompiledMapping;
}

/** What the form of the type lacks or will not take, by the field's own name and the column it concerns. */
export function formRowProblems(refusal: Refusal, good: ReadRow, definition: CaseTypeDefinition): RowProblem[] {
  const problems = (refusal.more.fields ?? []).map(({ path, code }) => {
    const key = path.replace(/^form\./, '');
    const field = definition.form.find((one) => one.key === key);
    return field ? fieldProblem(field, code, good, definition) : unnamed(key);
  });
  return problems.length > 0 ? problems : [unnamed('')];
}

function fieldProblem(field: FormField, code: string, good: ReadRow, definition: CaseTypeDefinition): RowProblem {
  const { compiled, row } = good;
  const target = `form.${field.key}`;
  const heading = compiled.headingOf(target);
  const names = { ...both('field', field.label), ...both('type', definition.name) };
  // No column of its own: the class is what makes the field be asked.
  const byClass = compiled.headingOf('type');
  if (code === 'required' && namedHere.has(field.kind))
    return { heading: byClass, code: 'form-not-from-table', params: names };
  if (code === 'required' && heading === '') return { heading: byClass, code: 'form-column-missing', params: names };
  if (code === 'required') return { heading, code: 'form-cell-empty', params: names };
  const value = compiled
    .cellsOf(target, row.cells)
    .map(({ text }) => text)
    .join(' › ')
    .slice(0, 60);
  if (field.personal) return { heading, code: 'form-wrong', params: both('field', field.label) };
  if (code === 'not-an-option') {
    const options = (field.options ?? []).slice(0, optionsNamed).map(({ label }) => label);
    const params = {
      ...both('field', field.label),
      value,
      options: options.map(({ zh }) => zh).join('、'),
      optionsEn: options.map(({ zh, en }) => en ?? zh).join(', '),
    };
    return { heading, code: 'form-not-option', params };
  }
  return { heading, code: 'form-value-wrong', params: { ...both('field', field.label), value } };
}

const both = (name: string, { zh, en }: LocalText) => ({ [name]: zh, [`${name}En`]: en ?? zh });

const unnamed = (field: string): RowProblem => ({ heading: '', code: 'form-wrong', params: { field } });
