import { Environment } from '@marcbachmann/cel-js';
import type { CaseTypeDefinition } from './case-type.ts';
import type { FormField } from './form-field.ts';

/** What dispatch rules may look at. `hour` 0–23 and `weekday` 1 (Monday) – 7 are of the report, in Shanghai. */
export type DispatchFacts = {
  readonly form: Readonly<Record<string, unknown>>;
  readonly place: Readonly<Record<string, unknown>>;
  readonly channel: string;
  readonly urgent: boolean;
  readonly hour: number;
  readonly weekday: number;
};

export type CompiledExpression =
  | { readonly ok: true; readonly matches: (facts: DispatchFacts) => boolean }
  | { readonly ok: false; readonly error: string };

const limits = { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 };

const environment = new Environment({ limits })
  .registerVariable('form', 'map')
  .registerVariable('place', 'map')
  .registerVariable('channel', 'string')
  .registerVariable('urgent', 'bool')
  .registerVariable('hour', 'int')
  .registerVariable('weekday', 'int');

/** A CEL condition ready to run. What cannot be parsed or typed is said, not thrown; `matches` throws on bad facts. */
export function compileExpression(expression: string): CompiledExpression {
  try {
    const parsed = environment.parse(expression);
    const checked = parsed.check();
    if (!checked.valid) return { ok: false, error: firstLine(checked.error) };
    return { ok: true, matches: (facts) => isTrue(parsed(toContext(facts))) };
  } catch (error) {
    return { ok: false, error: firstLine(error) };
  }
}

/** Checks a condition against the fields this type's form really has; null = sound. */
export function checkExpression(expression: string, form: CaseTypeDefinition['form']): string | null {
  try {
    const checked = environmentFor(form).check(expression);
    if (!checked.valid) return firstLine(checked.error);
    return checked.type === 'bool' || checked.type === 'dyn' ? null : `Expected bool, found ${String(checked.type)}`;
  } catch (error) {
    return firstLine(error);
  }
}

/** The plain words of an expression's fault, without the marked source below them. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}

function environmentFor(form: CaseTypeDefinition['form']): Environment {
  const checking = new Environment({ limits })
    .registerVariable('place', 'map')
    .registerVariable('channel', 'string')
    .registerVariable('urgent', 'bool')
    .registerVariable('hour', 'int')
    .registerVariable('weekday', 'int');
  const schema = Object.fromEntries(form.map((field) => [field.key, celType(field.kind)]));
  return checking.registerVariable({ name: 'form', schema });
}

function celType(kind: FormField['kind']): string {
  switch (kind) {
    case 'number':
    case 'money':
      return 'double';
    case 'boolean':
      return 'bool';
    case 'multi-select':
    case 'units':
      return 'list<string>';
    default:
      return 'string';
  }
}

// CEL tells whole numbers from fractions: an hour must arrive as an integer.
function toContext(facts: DispatchFacts): Record<string, unknown> {
  return { ...facts, hour: BigInt(facts.hour), weekday: BigInt(facts.weekday) };
}

function isTrue(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Error(`Expected bool, found ${typeof value}`);
  return value;
}
