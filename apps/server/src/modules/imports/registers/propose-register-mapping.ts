import { type RegisterColumn, type RegisterMapping, registerColumns, registerTargets } from '@linli/contract';
import {
  type Actor,
  fieldAccess,
  fieldsOfNoun,
  findRegisterField,
  maskIdNumber,
  type SubjectNoun,
} from '@linli/domain';
import { bareHeading } from '../bare-heading.ts';
import { plainWord } from '../compile-mapping.ts';
import type { OpenRow } from '../prepare-rows.ts';
import type { RunRow } from '../store.ts';
import { columnWords, documentWords, fieldWords, kindWords, relationWords } from './field-words.ts';
import { findRelation, readCell, saysNothing } from './read-cell.ts';

/** What a column may mean for this reader: fields they may not see are not hinted at. */
export function targetsFor(actor: Actor, noun: SubjectNoun, path: string): string[] {
  return registerTargets(noun).filter((target) => {
    const field = target.startsWith('field.') ? findRegisterField(noun, target.slice(6)) : undefined;
    return !target.startsWith('field.') || (field !== undefined && fieldAccess(actor, field, path) !== 'hidden');
  });
}

/** The guess by headings alone: a column's own words first, then the label of a field and what ledgers call it. Pure. */
export function guessRegisterMapping(
  run: Pick<RunRow, 'headings' | 'file_name'>,
  noun: SubjectNoun,
  targets: readonly string[],
): RegisterMapping {
  const used = new Set<number>();
  const columns: RegisterMapping['columns'] = [];
  // Fields are the narrower words: 联系电话 of a shop is its keeper's, and 户籍 no address.
  for (const target of [...targets].sort((a, b) => Number(b.startsWith('field.')) - Number(a.startsWith('field.')))) {
    const index = wordsOf(noun, target)
      .map((word) => run.headings.findIndex((heading, i) => !used.has(i) && bareHeading(heading) === plainWord(word)))
      .find((at) => at >= 0);
    if (index === undefined) continue;
    used.add(index);
    columns.push({ heading: run.headings[index] ?? '', to: target });
  }
  columns.sort((a, b) => run.headings.indexOf(a.heading) - run.headings.indexOf(b.heading));
  const name = run.file_name
    .replace(/\.\w{1,5}$/u, '')
    .trim()
    .slice(0, 60);
  return {
    noun,
    name: name === '' ? noun : name,
    columns,
    values: [],
    kind: noun === 'entity' ? 'shop' : 'other',
    unknownPlace: 'bad',
    checkDigit: 'strict',
  };
}

function wordsOf(noun: SubjectNoun, target: string): string[] {
  const column = registerColumns.find((one): one is RegisterColumn => one === target);
  if (column) return [...columnWords[column]];
  const field = findRegisterField(noun, target.slice(6));
  if (!field) return [];
  const { zh } = field.label;
  // 建筑面积（平方米） is 建筑面积.
  return [zh, zh.replace(/（.*$/u, ''), ...(fieldWords[noun]?.[field.code] ?? []), field.label.en ?? ''].filter(
    (word) => word !== '',
  );
}

/** What must be there before rows can be read. */
export function missingRegisterTargets(mapping: RegisterMapping): string[] {
  const has = (...targets: string[]) => targets.some((target) => mapping.columns.some(({ to }) => to === target));
  const missing: string[] = [];
  if (mapping.noun !== 'home' && !has('name')) missing.push('name');
  if (mapping.noun === 'home' || mapping.noun === 'household') {
    if (!has('address', 'building', 'homeNo')) missing.push('address');
  } else if (!has('address', 'building', 'homeNo', 'area', 'lng') && mapping.unknownPlace === 'bad')
    missing.push('address');
  return missing;
}

/** Values of coded columns that nothing is known of yet, most frequent first; with those mapped already. */
export function findRegisterValues(
  mapping: RegisterMapping,
  headings: readonly string[],
  rows: readonly OpenRow[],
): { to: string; value: string; count: number }[] {
  const coded = new Set([
    'relation',
    'documentKind',
    'kind',
    ...fieldsOfNoun(mapping.noun).flatMap(({ code, kind }) =>
      kind === 'code' || kind === 'boolean' ? [`field.${code}`] : [],
    ),
  ]);
  return mapping.columns.flatMap(({ heading, to }) => {
    if (!coded.has(to)) return [];
    const index = headings.findIndex((one) => plainWord(one) === plainWord(heading));
    const counts = new Map<string, number>();
    for (const { cells } of rows) {
      const value = cells[index]?.trim() ?? '';
      // A number on paper in the wrong column is not shown.
      if (!saysNothing(value, null) && value.length <= 30 && !/\d{7}/.test(value))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ to, value, count }))
      .filter(
        ({ value }) =>
          !isUnderstood(mapping.noun, to, value) || mapping.values.some((one) => one.to === to && one.from === value),
      )
      .sort((a, b) => b.count - a.count)
      .slice(0, 100);
  });
}

function isUnderstood(noun: SubjectNoun, to: string, value: string): boolean {
  const word = plainWord(value);
  if (to === 'relation') return findRelation(value) !== null || word in relationWords;
  if (to === 'documentKind') return word in documentWords;
  if (to === 'kind') return word in kindWords;
  const field = findRegisterField(noun, to.slice(6));
  return !field || readCell(field, value, { mapped: undefined, today: '9999-12-31', numbers: 'strict' }).ok;
}

/** Cells to look at: numbers on paper and telephones masked, in whatever column they stand. */
export function maskedSample(
  mapping: RegisterMapping,
  headings: readonly string[],
  cells: readonly string[],
): string[] {
  const sealed = new Set(
    mapping.columns.flatMap(({ heading, to }) =>
      findRegisterField(mapping.noun, to.replace(/^field\./, ''))?.kind === 'secret' ? [plainWord(heading)] : [],
    ),
  );
  return cells.map((cell, i) =>
    sealed.has(plainWord(headings[i] ?? ''))
      ? maskIdNumber(cell)
      : cell.normalize('NFKC').replace(/\d{7,}[\dX]?/giu, maskIdNumber),
  );
}
