import { Environment } from '@marcbachmann/cel-js';
import type { RegisterField, SubjectNoun } from '../registers/register-field.ts';
import { fieldsOfNoun } from '../registers/register-fields.ts';
import { livingFacts } from './rule-node.ts';

/** The nouns a rule about one may look at: itself, and where it lives. */
export const nounsInReach: Readonly<Record<SubjectNoun, readonly SubjectNoun[]>> = {
  person: ['person', 'household', 'home'],
  household: ['household', 'home'],
  home: ['home'],
  entity: ['entity', 'home'],
  asset: ['asset'],
};

const limits = { maxAstNodes: 200, maxDepth: 20, maxListElements: 60, maxMapEntries: 1, maxCallArguments: 2 };

function celType(kind: RegisterField['kind']): string {
  if (kind === 'number') return 'double';
  return kind === 'boolean' ? 'bool' : 'string';
}

function environmentOf(noun: SubjectNoun): Environment {
  const environment = new Environment({ limits })
    .registerVariable('kind', 'string')
    .registerFunction('daysSince(string): int', () => 0n)
    .registerFunction('daysUntil(string): int', () => 0n);
  if (noun === 'person') environment.registerVariable('age', 'int');
  if (noun === 'person' || noun === 'household')
    environment.registerVariable({
      name: 'living',
      schema: Object.fromEntries(livingFacts.map((what) => [what, 'int'])),
    });
  for (const each of nounsInReach[noun]) {
    // Sealed fields have no value a rule could see.
    const fields = fieldsOfNoun(each).filter(({ kind }) => kind !== 'secret');
    const schema = Object.fromEntries(fields.map(({ code, kind }) => [code, celType(kind)]));
    environment.registerVariable({ name: each, schema });
  }
  return environment;
}

const environments = new Map<SubjectNoun, Environment>();

/** The names and types a rule about `noun` may use. */
export function ruleEnvironment(noun: SubjectNoun): Environment {
  const known = environments.get(noun) ?? environmentOf(noun);
  environments.set(noun, known);
  return known;
}
