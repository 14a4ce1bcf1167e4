import { readCsv } from '../replay/read-csv.ts';

/** One class of a standard. The old standard has events only. */
export interface StandardCode {
  code: string;
  name: string;
  kind: 'component' | 'event';
}
export interface CodeFile {
  standard: 'gb47678-5' | 'gb30428-2-events';
  codes: StandardCode[];
  /** Rows that are no class, by line. */
  bad: { line: number; reason: string }[];
  /** Of the old standard: the new class each row suggests. */
  successors: ReadonlyMap<string, string>;
}

const kinds = { 部件: 'component', 事项: 'event' } as const;

/** Reads a table of classes, tab separated: `kind, code5, name` of GB/T 47678.5 or `code4, name, suggested_47678_code5` of the old one. */
export function readCodes(text: string): CodeFile {
  const { columns, records } = readCsv(text, '\t');
  const isNew = columns.includes('code5') && columns.includes('kind');
  if (!isNew && !columns.includes('code4'))
    throw new Error('no table of classes: neither code5 nor code4 among its columns');
  const file = {
    standard: isNew ? ('gb47678-5' as const) : ('gb30428-2-events' as const),
    codes: [] as StandardCode[],
    bad: [] as CodeFile['bad'],
  };
  const successors = new Map<string, string>();
  const seen = new Set<string>();
  for (const { line, cell } of records) {
    const [code, name] = [cell(isNew ? 'code5' : 'code4'), cell('name')];
    // Components and events of the new standard share numbers: the key is both.
    const kind = isNew ? kinds[cell('kind') as keyof typeof kinds] : 'event'; // looked up by a word from a file: may be undefined
    const reason =
      faultOf({ code, name, kind, digits: isNew ? 5 : 4 }) ?? (seen.has(`${kind}/${code}`) ? 'code-repeated' : null);
    if (reason || !kind) {
      file.bad.push({ line, reason: reason ?? 'kind-unknown' });
      continue;
    }
    seen.add(`${kind}/${code}`);
    file.codes.push({ code, name, kind });
    const next = cell('suggested_47678_code5');
    if (next) successors.set(code, next);
  }
  return { ...file, successors };
}

function faultOf(row: { code: string; name: string; kind: string | undefined; digits: number }): string | null {
  if (!new RegExp(`^\\d{${row.digits}}$`).test(row.code)) return 'code-unreadable';
  if (row.name === '') return 'name-missing';
  return row.kind === undefined ? 'kind-unknown' : null;
}

/** What a file and the product's table do not share. */
export function compareCodes(ours: readonly StandardCode[], theirs: readonly StandardCode[]) {
  const keyOf = (one: StandardCode) => `${one.kind}/${one.code}`;
  const [mine, other] = [new Map(ours.map((c) => [keyOf(c), c])), new Map(theirs.map((c) => [keyOf(c), c]))];
  return {
    missing: theirs.filter((c) => !mine.has(keyOf(c))),
    extra: ours.filter((c) => !other.has(keyOf(c))),
    renamed: theirs.flatMap((c) => {
      const own = mine.get(keyOf(c));
      return own && own.name !== c.name ? [{ ...c, ours: own.name }] : [];
    }),
  };
}
