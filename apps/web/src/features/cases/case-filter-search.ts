import { CaseFilter } from '@linli/contract';

const shape = CaseFilter.shape;
type Key = keyof typeof shape;
// Object.keys forgets the literal keys.
const keys = Object.keys(shape) as Key[];

/** A step without both its ends, and ends without a step, would be refused. */
const stepKeys = ['step', 'stepFrom', 'stepUntil'] as const satisfies readonly Key[];

/**
 * A filter out of anything: an address, a saved view, a link from the screen. What does not fit is left out, so an old
 * or hand-made address shows more rows than meant, never a failure.
 */
export function readCaseFilter(raw: Readonly<Record<string, unknown>>): CaseFilter {
  const read: Record<string, unknown> = {};
  for (const key of keys) {
    const given = raw[key];
    if (given === undefined || given === null || given === '') continue;
    // An address makes numbers of texts that look like one.
    const value = key === 'text' && typeof given === 'number' ? String(given) : given;
    const parsed = shape[key].safeParse(value);
    if (parsed.success && parsed.data !== undefined) read[key] = parsed.data;
  }
  if (!stepKeys.every((key) => key in read)) for (const key of stepKeys) delete read[key];
  return CaseFilter.parse(read);
}

/** The query string of a filter as the operations read it: strings as they are, everything else as JSON. Sorted. */
export function caseFilterQuery(filter: CaseFilter): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter).sort(([a], [b]) => a.localeCompare(b))) {
    if (value !== undefined) query.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return query.toString();
}

/** Where the office shows the rows of a filter: any figure's `rows` opens here. */
export function officeRowsPath(filter: CaseFilter): string {
  return `/office/inbox?${caseFilterQuery(filter)}`;
}
