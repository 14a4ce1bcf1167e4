import type { PlacedProblem } from '@linli/contract';
import {
  type CaseTypeDefinition,
  checkCaseType,
  checkPack,
  type Pack,
  type PackProblem,
  packProblemWords,
} from '@linli/domain';
import { z } from 'zod';
import { type Place, type ReadYaml, readYaml } from './read-yaml.ts';

const mostProblems = 500;
const longestDetail = 300;

/** A pack from YAML text, or every problem with its line and column, in the order of the text. Never throws. `knownTypes`: codes that duties may name. */
export function readPackText(
  text: string,
  knownTypes: readonly string[] | null = null,
): {
  pack: Pack | null;
  problems: PlacedProblem[];
  placeOf(path: string): Place;
} {
  const read = readYaml(text);
  if (!read.ok) return { pack: null, problems: placeFaults(read.faults), placeOf: () => ({ line: 1, column: 1 }) };
  const { pack, problems } = checkPack(read.value, knownTypes);
  return { pack, problems: place(problems, read), placeOf: (path) => read.placeOf(path) };
}

/** One case type from YAML text. `definition` is there as soon as its shape is right, problems or not. */
export function readTypeText(
  text: string,
  code: string,
  knownTypes: readonly string[] | null = null,
): { definition: CaseTypeDefinition | null; problems: PlacedProblem[] } {
  const read = readYaml(text);
  if (!read.ok) return { definition: null, problems: placeFaults(read.faults) };
  const { definition, problems } = checkCaseType(read.value, knownTypes);
  const renamed: PackProblem[] =
    definition && definition.code !== code ? [{ path: 'code', code: 'code-changed', detail: code }] : [];
  return { definition, problems: place([...renamed, ...problems], read) };
}

/** The codes of a pack's types, as far as it can be read: duties of other packs may name them. */
export function typeCodes(text: string): string[] {
  const read = readYaml(text);
  const found = read.ok ? Codes.safeParse(read.value) : null;
  return found?.success ? found.data.caseTypes.map(({ code }) => code) : [];
}
const Codes = z.object({ caseTypes: z.array(z.object({ code: z.string() })) });

function placeFaults(faults: Extract<ReadYaml, { ok: false }>['faults']): PlacedProblem[] {
  return faults.map(({ line, column, ...fault }) => placed({ path: '', ...fault }, { line, column }));
}

function place(problems: readonly PackProblem[], read: Extract<ReadYaml, { ok: true }>): PlacedProblem[] {
  return problems
    .slice(0, mostProblems)
    .map((problem) => {
      const merge = problem.code === 'key-unknown' && problem.detail === '<<';
      const at = problem.code === 'key-unknown' ? 'key' : 'value';
      return placed(merge ? { ...problem, code: 'yaml-merge-key' } : problem, read.placeOf(problem.path, at));
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/** A problem where it stands, with its words. Text from the file may hold what cannot be sent on: halves of characters are mended. */
export function placed(problem: PackProblem, at: Place): PlacedProblem {
  const detail = (problem.detail ?? '').slice(0, longestDetail).toWellFormed();
  const words = packProblemWords({ code: problem.code, detail });
  return { path: problem.path.slice(0, longestDetail).toWellFormed(), code: problem.code, detail, ...at, words };
}
