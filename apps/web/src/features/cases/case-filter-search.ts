import { CaseFilter } from '@linli/contract';

const shape = CaseFilter.shape;
type Key = keyof typeof shape;
// Object.keys forgets the literal keys.
const keys = Object.keys(shape) as Key[];

/** A step or a figure without both its ends, and ends without either, would be refused. */
const together = [
  ['step', 'stepFrom', 'stepUntil'],
  ['counted', 'countedFrom', 'countedUntil'],
] as const satisfies readonly (readonly Key[])[];

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
  for (const group of together) if (!group.every((key) => key in read)) for (const key of group) delete read[key];
  if (!('counted' in read)) delete read.countedUnitId;
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
