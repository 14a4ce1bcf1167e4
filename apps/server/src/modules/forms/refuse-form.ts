import { type FormColumn, type FormFault, formProblemWords } from '@linli/domain';
import { refuse } from '../../platform/errors.ts';

/** Says what is wrong in words; machines have the code and where. Always throws. */
export function refuseForm(problem: FormFault, columns: readonly Pick<FormColumn, 'label'>[] = []): never {
  const { path, code, detail = '' } = problem;
  return refuse('form-invalid', { ...formProblemWords(problem, columns), path, problem: code, detail });
}
