import type { FieldCode } from '@linli/contract';
import type { z } from 'zod';

export interface PlainFieldProblem {
  path: string;
  code: FieldCode;
  params: Record<string, string | number>;
}

/** The path of a problem that is not one field's: the input as a whole. */
export const whole = 'body';

/** Every problem of the input at once, as codes; the words come at the edge. */
export function fieldProblems(error: z.ZodError): PlainFieldProblem[] {
  return error.issues.slice(0, 100).flatMap(problemsOf);
}

function problemsOf(issue: z.core.$ZodIssue): PlainFieldProblem[] {
  const path = issue.path.map(String).join('.') || whole;
  const one = (code: FieldCode, params: Record<string, string | number> = {}): PlainFieldProblem[] => [
    { path, code, params },
  ];
  switch (issue.code) {
    case 'invalid_type':
      return one(issue.input === undefined || issue.message.includes('received undefined') ? 'required' : 'invalid');
    case 'too_small': {
      const min = Number(issue.minimum);
      if (issue.origin === 'string') return one(min <= 1 ? 'required' : 'too-short', { min });
      return one('too-small', { min });
    }
    case 'too_big': {
      const max = Number(issue.maximum);
      return issue.origin === 'string' ? one('too-long', { max }) : one('too-big', { max });
    }
    case 'invalid_format':
      return one('wrong-format');
    case 'invalid_value':
      return one('not-an-option');
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path.map(String), key].join('.') || whole,
        code: 'unknown',
        params: {},
      }));
    default:
      return one('invalid');
  }
}
