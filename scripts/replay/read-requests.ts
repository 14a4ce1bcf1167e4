import { createLocalTime } from './local-time.ts';
import { readCsv } from './read-csv.ts';

/** One request of the file, as far as it can be trusted. */
export interface PastRequest {
  line: number;
  id: string;
  channel: string;
  agency: string;
  type: string;
  status: string;
  reportedAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  /** The file's own verdict; null where it gives none. */
  onTime: boolean | null;
  district: string;
  neighbourhood: string;
  point: { lng: number; lat: number } | null;
  flags: readonly string[];
}
export interface BadRow {
  line: number;
  reason: string;
}

const needed = ['request_id', 'type', 'agency', 'status', 'created_local', 'due_local', 'closed_local', 'on_time'];
const zone = 'America/New_York';
const openStatuses = ['Open', 'New', 'Pending', 'In Progress'];

/** Reads a request file; bad rows are named by their line in the file, the header being line 1. Throws when it is no such file. */
export function readRequests(text: string): { read: number; requests: PastRequest[]; bad: BadRow[] } {
  const file = readCsv(text);
  const missing = needed.filter((column) => !file.columns.includes(column));
  if (missing.length > 0) throw new Error(`not a request file: ${missing.join(', ')} missing`);
  const instantOf = createLocalTime(zone);
  const seen = new Set<string>();
  const requests: PastRequest[] = [];
  const bad: BadRow[] = [];
  for (const record of file.records) {
    const row = readRow(record.cell, instantOf);
    const wrongCells = record.cells === file.columns.length ? null : 'cells-wrong';
    const reason = wrongCells ?? (typeof row === 'string' ? row : null);
    if (reason !== null || typeof row === 'string') bad.push({ line: record.line, reason: reason ?? 'unreadable' });
    else if (seen.has(row.id)) bad.push({ line: record.line, reason: 'id-repeated' });
    else {
      seen.add(row.id);
      requests.push({ line: record.line, ...row });
    }
  }
  return { read: file.records.length, requests, bad };
}

/** The row, or why it cannot be a case. Times that are only rough are no reason: they matter for the comparison alone. */
function readRow(
  cell: (column: string) => string,
  instantOf: (local: string) => Date | null,
): Omit<PastRequest, 'line'> | string {
  const id = cell('request_id');
  if (id === '' || id.length > 80) return 'id-missing';
  const [type, agency, status] = [cell('type'), cell('agency'), cell('status')];
  if (type === '' || agency === '') return 'type-missing';
  const reportedAt = instantOf(cell('created_local'));
  if (!reportedAt) return 'created-unreadable';
  const [due, closed] = [cell('due_local'), cell('closed_local')];
  const [dueAt, closedAt] = [instantOf(due), instantOf(closed)];
  if (due !== '' && !dueAt) return 'due-unreadable';
  if (closed !== '' && !closedAt) return 'closed-unreadable';
  const plain = status.replace(/ \(.*\)$/, '');
  if (plain !== 'Closed' && !openStatuses.includes(plain)) return 'status-unknown';
  if (plain === 'Closed' && !closedAt) return 'closed-without-time';
  if (plain !== 'Closed' && closedAt) return 'open-with-closing-time';
  if (closedAt && closedAt < reportedAt) return 'closed-before-created';
  if (closedAt && closedAt.getTime() > Date.now()) return 'closed-in-future';
  if (reportedAt.getTime() > Date.now()) return 'created-in-future';
  const flags = cell('flags').split(';').filter(Boolean);
  return {
    id,
    channel: cell('channel'),
    agency,
    type,
    status,
    reportedAt,
    dueAt,
    closedAt,
    onTime: cell('on_time') === '' ? null : cell('on_time') === '1',
    district: cell('council_district'),
    neighbourhood: cell('neighborhood'),
    point: pointOf(cell('lon'), cell('lat'), flags),
    flags,
  };
}

/** Positions flagged as a default are no positions. */
function pointOf(lon: string, lat: string, flags: readonly string[]): PastRequest['point'] {
  const [lng, north] = [Number(lon), Number(lat)];
  if (lon === '' || lat === '' || flags.includes('no_or_rounded_position')) return null;
  return Math.abs(lng) <= 180 && Math.abs(north) <= 90 ? { lng, lat: north } : null;
}
