import { errorWords, type Language, wordsFor } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Crypto } from '../../platform/crypto/index.ts';
import { Refusal } from '../../platform/errors.ts';
import { type PlayedOrder, playOrder } from '../cases/index.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { ImportDeps } from './deps.ts';
import { formRowProblems } from './form-problems.ts';
import type { RowProblem } from './problem-words.ts';
import { type ReadContext, type ReadOrder, readOrder } from './read-order.ts';

/** One row of a table, opened. */
export interface OpenRow {
  n: number;
  line: number;
  cells: readonly string[];
}

/** A row that can be read. */
export interface GoodRow {
  row: OpenRow;
  read: ReadOrder;
  compiled: CompiledMapping;
  /** Keyed, so that nobody can try out telephone numbers on it. */
  hash: Buffer;
}

export interface BadRow {
  row: OpenRow;
  problems: readonly RowProblem[];
}

/** Reads rows against the mapping, without the database. */
export function readRows(
  crypto: Crypto,
  rows: readonly OpenRow[],
  context: ReadContext,
): { good: GoodRow[]; bad: BadRow[] } {
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const result = readOrder(row.cells, context);
    if ('problems' in result) bad.push({ row, problems: result.problems });
    else good.push({ row, read: result.read, compiled: context.compiled, hash: hashOf(crypto, result.read) });
  }
  return { good, bad };
}

/** The case the row becomes, or why it cannot. */
export function playRow(
  deps: ImportDeps,
  call: { actor: Actor; good: GoodRow },
): { played: PlayedOrder } | { problems: RowProblem[] } {
  const { order } = call.good.read;
  try {
    return { played: playOrder(deps, { actor: call.actor, order }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const type = deps.catalogue.get().types.get(order.typeCode);
    if (error.code === 'input-invalid' && type) return { problems: formRowProblems(error, call.good, type.definition) };
    return { problems: [refusedRow(error, order.typeCode)] };
  }
}

function hashOf(crypto: Crypto, { order, caller, chases }: ReadOrder): Buffer {
  const { located, quiet: _quiet, ...told } = order;
  return crypto.lookupHash(JSON.stringify([told, located.areaId, caller, chases]), 'import.order');
}

/** Why one row cannot be taken up, in words. */
export function refusedRow(refusal: Refusal, typeCode: string): RowProblem {
  const whole = (code: RowProblem['code'], params: RowProblem['params'] = {}): RowProblem => ({
    heading: '',
    code,
    params,
  });
  switch (refusal.code) {
    case 'type-not-open':
    case 'reporter-not-allowed':
      return whole('type-closed', { value: typeCode });
    case 'calendar-year-missing':
      return whole('calendar-year-missing', { year: refusal.params.year ?? '' });
    case 'target-invalid':
      return whole('unit-unknown', { value: '' });
    default:
      return whole('refused', {
        reason: reasonIn('zh-CN', refusal),
        reasonEn: reasonIn('en', refusal),
      });
  }
}

/** The refusal as a caller of the operation reads it, to stand inside a sentence. */
function reasonIn(language: Language, { code, params }: Refusal): string {
  return wordsFor(errorWords[code], language, params).replace(/[。.]$/, '');
}
