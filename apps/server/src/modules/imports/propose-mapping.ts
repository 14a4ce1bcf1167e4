import {
  type AnyMapping,
  type ImportMapping,
  type ImportResultKey,
  type ImportTarget,
  isRegisterMapping,
  mappedTargets,
  type OutputOf,
  type proposeMapping,
  type RegisterMapping,
} from '@linli/contract';
import type { Actor } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { bareHeading } from './bare-heading.ts';
import { plainWord } from './compile-mapping.ts';
import type { ImportDeps } from './deps.ts';
import { formWords, headingWords, resultWords, usualResults } from './heading-words.ts';
import type { OpenRow } from './prepare-rows.ts';
import {
  findRegisterValues,
  guessRegisterMapping,
  maskedSample,
  targetsFor,
} from './registers/propose-register-mapping.ts';
import { getRun, type RunRow, readRowsAfter } from './store.ts';

type Proposal = OutputOf<typeof proposeMapping>;
type ValueMap = ImportMapping['values'][number];
const rowsLookedAt = 2000;
const valuesShown = 200;
const sampleRows = 5;

/** Targets more than one column may fill, joined or tried in order. Of the others the surest heading wins. */
const several: ReadonlySet<ImportTarget> = new Set(['words', 'type', 'address']);

/** A saved mapping whose headings are all here, else a guess from names and values. */
export async function proposeFor(
  db: Db,
  deps: ImportDeps,
  call: { actor: Actor; input: { importId: string } },
): Promise<Proposal> {
  const places = deps.places.get();
  return elevated(db, async () => {
    const run = await getRun(db, { actor: call.actor, places }, call.input.importId, 'read');
    const rows = await readRowsAfter(db, deps.crypto, run.id, { afterN: 0, limit: rowsLookedAt });
    const saved = await db
      .selectFrom('import_mapping')
      .select('definition')
      .where('site_id', '=', run.site_id)
      .where('kind', '=', run.kind)
      .orderBy('changed_at', 'desc')
      .limit(200)
      .execute();
    const targets = run.kind === 'orders' ? [] : targetsFor(call.actor, run.kind, run.path);
    const fitting = saved.find(({ definition }) => fits(definition, run.headings))?.definition;
    const guessed =
      run.kind === 'orders' ? guessMapping(run, rows, typeWords(deps)) : guessRegisterMapping(run, run.kind, targets);
    const mapping = fitting ?? guessed;
    return {
      mapping: isRegisterMapping(mapping) ? within(mapping, targets) : mapping,
      savedAs: fitting?.name ?? null,
      found: isRegisterMapping(mapping)
        ? findRegisterValues(mapping, run.headings, rows)
        : distinctValues(mapping, run.headings, rows),
      sample: rows
        .slice(0, sampleRows)
        .map(({ cells }) => (isRegisterMapping(mapping) ? maskedSample(mapping, run.headings, cells) : [...cells])),
      targets,
      mayLowerChecks: deps.demo,
    };
  });
}

/** A mapping saved by somebody who sees more: columns this reader may not fill are left out. */
function within(mapping: RegisterMapping, targets: readonly string[]): RegisterMapping {
  return { ...mapping, columns: mapping.columns.filter(({ to }) => targets.includes(to)) };
}

/** Every column it reads is here; result columns may be added. */
function fits(mapping: AnyMapping, headings: readonly string[]): boolean {
  const there = new Set(headings.map(plainWord));
  return mapping.columns.length > 0 && mapping.columns.every(({ heading }) => there.has(plainWord(heading)));
}

/** The guess by names and values alone. Pure. */
export function guessMapping(
  run: Pick<RunRow, 'headings' | 'file_name'>,
  rows: readonly OpenRow[],
  types: TypeWords,
): ImportMapping {
  const columns = guessColumns(run.headings, rows);
  const values: ValueMap[] = [];
  for (const value of distinctOf(columns, 'type', run.headings, rows)) {
    const code = types.codeOf(value);
    if (code !== undefined && !values.some(({ from }) => from === value))
      values.push({ to: 'type', from: value, value: code });
  }
  for (const other of types.besides(values.map(({ value }) => value)))
    if (!values.some(({ from }) => from === other.from)) values.push(other);
  const known = new Set(values.map(({ from }) => from));
  const name = run.file_name.replace(/\.\w{1,5}$/u, '').slice(0, 60);
  return {
    name: name === '' ? '12345' : name,
    system: '12345',
    columns,
    values: [...values, ...resultValues.filter(({ from }) => !known.has(from))],
    typeCode: columns.some(({ to }) => to === 'type') && values.length > 0 ? null : (types.codeOf('求助') ?? null),
    crs: 'wgs84',
    unknownUnit: 'rule',
    channel: 'hotline',
    results: guessResults(run.headings),
  };
}

/** What hotlines write for an outcome; in the other direction these are also the words sent back. */
const resultValues: readonly ValueMap[] = [
  { to: 'closed-result', from: '已解决', value: 'solved' },
  { to: 'closed-result', from: '解释说明', value: 'explained' },
  { to: 'closed-result', from: '部分解决', value: 'partly' },
  { to: 'closed-result', from: '未解决', value: 'not-possible' },
];

function guessColumns(headings: readonly string[], rows: readonly OpenRow[]): ImportMapping['columns'] {
  const columns: ImportMapping['columns'] = [];
  const used = new Set<number>();
  const take = (index: number, to: string) => {
    used.add(index);
    columns.push({ heading: headings[index] ?? '', to });
  };
  // Object.keys forgets the literal keys.
  for (const target of Object.keys(headingWords) as ImportTarget[]) {
    const hits = headingWords[target].flatMap((word) => {
      const index = headings.findIndex((heading, i) => !used.has(i) && bareHeading(heading) === plainWord(word));
      return index >= 0 && isWanted(target, index, rows) ? [index] : [];
    });
    for (const index of several.has(target) ? hits : hits.slice(0, 1)) take(index, target);
  }
  for (const [key, words] of Object.entries(formWords)) {
    headings.forEach((heading, i) => {
      if (!used.has(i) && words.some((word) => plainWord(word) === bareHeading(heading))) take(i, `form.${key}`);
    });
  }
  return columns.sort((a, b) => headings.indexOf(a.heading) - headings.indexOf(b.heading));
}

/** A column of remarks is read for chaser calls only where it speaks of some; one of results only where it is filled. */
function isWanted(target: ImportTarget, index: number, rows: readonly OpenRow[]): boolean {
  const cells = rows.flatMap(({ cells }) => cells[index] || []);
  if (target === 'chases') return cells.some((cell) => /催单|催办/.test(cell));
  if (target.startsWith('closed-')) return cells.length > 0;
  return true;
}

function guessResults(headings: readonly string[]): ImportMapping['results'] {
  const found: ImportMapping['results'] = [];
  // Object.keys forgets the literal keys.
  for (const give of Object.keys(resultWords) as ImportResultKey[]) {
    const heading = headings.find((one) => resultWords[give].some((word) => plainWord(word) === bareHeading(one)));
    if (heading !== undefined && !found.some((one) => one.heading === heading)) found.push({ heading, give });
  }
  const missing = usualResults.filter(({ give }) => !found.some((one) => one.give === give));
  return [...found, ...missing];
}

function distinctOf(
  columns: ImportMapping['columns'],
  target: string,
  headings: readonly string[],
  rows: readonly OpenRow[],
): string[] {
  return columns
    .filter(({ to }) => to === target)
    .flatMap(({ heading }) => {
      const index = headings.indexOf(heading);
      const values = new Set(rows.flatMap(({ cells }) => cells[index]?.trim() || []));
      return values.size <= valuesShown ? [...values] : [];
    });
}

function distinctValues(
  mapping: ImportMapping,
  headings: readonly string[],
  rows: readonly OpenRow[],
): Proposal['found'] {
  return mappedTargets.flatMap((to) => {
    const counts = new Map<string, number>();
    for (const { heading } of mapping.columns.filter((column) => column.to === to)) {
      const index = headings.findIndex((one) => plainWord(one) === plainWord(heading));
      for (const { cells } of rows) {
        const value = cells[index]?.trim();
        if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([value, count]) => ({ to, value: value.slice(0, 200), count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, valuesShown);
  });
}

/** Words of another system's classes → our types. */
export interface TypeWords {
  /** By its name or a synonym, whole; `咨询类` is 咨询. */
  codeOf(word: string): string | undefined;
  /** Every word for the types of the same pack as these: values the first rows do not show. */
  besides(codes: readonly string[]): ValueMap[];
}

export function typeWords(deps: Pick<ImportDeps, 'catalogue'>): TypeWords {
  const open = [...deps.catalogue.get().types.values()].filter(
    ({ active, definition }) => active && definition.reporters.includes('import'),
  );
  const codes = new Map<string, string>();
  for (const { definition } of open) {
    for (const word of [definition.name.zh, definition.name.en ?? '', ...definition.synonyms]) {
      const key = plainWord(word);
      if (key !== '' && !codes.has(key)) codes.set(key, definition.code);
    }
  }
  return {
    codeOf: (word) => codes.get(plainWord(word)) ?? codes.get(plainWord(word).replace(/类$/u, '')),
    besides(known) {
      const packs = new Set(open.flatMap(({ pack, definition }) => (known.includes(definition.code) ? [pack] : [])));
      return open
        .filter(({ pack }) => packs.has(pack))
        .flatMap(({ definition: { code, synonyms } }) =>
          synonyms.map((from) => ({ to: 'type' as const, from, value: code })),
        );
    },
  };
}
