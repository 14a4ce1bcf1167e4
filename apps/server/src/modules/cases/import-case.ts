import { createHash } from 'node:crypto';
import { importCase, type OutputOf, type ParsedInputOf } from '@linli/contract';
import type { CaseFold } from '@linli/domain';
import { type Actor, dayOf, mayInArea, onTime } from '@linli/domain';
import type { Database } from '../../platform/db/database.ts';
import { Refusal, refuse } from '../../platform/errors.ts';
import { inputHash } from '../../platform/http/route.ts';
import type { CaseDeps } from './deps.ts';
import { type Intake, submitReport } from './intake.ts';
import { intakeItem } from './intake-item.ts';
import { getLoadedCase } from './load-case.ts';
import { replayCase } from './replay-case.ts';
import { openType } from './report-input.ts';
import { validateForm } from './validate-form.ts';

type Input = ParsedInputOf<typeof importCase>;
type Answer = OutputOf<typeof importCase>;

/**
 * Takes over a case of another system, written by the same shared statement as reports. Its id is made from site, source and external
 * id: whoever imports it again, however much later, writes nothing.
 */
export async function takeOverCase(
  database: Database,
  deps: CaseDeps,
  intake: Intake,
  call: { actor: Actor; input: Input; now: Date; requestId: string },
): Promise<Answer> {
  const { actor, input, now } = call;
  const catalogue = deps.catalogue.get();
  const located = deps.places.get().chainOf(input.areaId);
  if (!located || !mayInArea(actor, 'cases:desk', located.path)) return refuse('not-found');
  const type = openType(catalogue, input.typeCode);
  if (!type.definition.reporters.includes('import')) refuse('reporter-not-allowed');
  refuseWrongTimes(input, now);
  const form = validateForm(type.definition, input.form, deps.directory.get());
  const place = { lng: input.point?.lng ?? null, lat: input.point?.lat ?? null, address: input.address };
  const directory = deps.directory.get();
  const played = replayDated({ input, actor, type, located, place, form }, { directory, holidays: catalogue.holidays });
  const id = importedId(located.siteId, input.source);
  const told = { state: played.fold.state, ...verdictOf(played.fold) };
  const item = intakeItem(
    {
      id,
      type,
      actor,
      reporterId: null,
      channel: 'import',
      visibility: type.definition.visibility,
      urgent: false,
      words: input.words,
      form,
      located,
      place,
      actions: played.actions,
      folds: played.folds,
      ruleKey: played.ruleKey,
      tried: [],
      unitKind: played.unitKind,
      files: [],
      now: new Date(input.reportedAt),
      recordedAt: now,
    },
    {
      requestId: call.requestId,
      // Not the account: another administrator's second run is the same import.
      actorKey: `import/${located.siteId}`,
      operation: importCase.name,
      inputHash: inputHash(importCase, input),
    },
    { ...told, added: false },
  );
  try {
    // The contract's guard parses it on the way out.
    return (await submitReport(intake, { ...item, first: { added: true } })) as Answer;
  } catch (error) {
    const doubled = (error as { code?: string }).code === '23505'; // pg's errors carry a code: a unique row was there before
    const known = doubled ? await findAsItStands(database, id) : null;
    return known ?? Promise.reject(error);
  }
}

/** A year nobody has a holiday table for is the fault of the date that was sent. */
function replayDated(...[past, deps]: Parameters<typeof replayCase>): ReturnType<typeof replayCase> {
  try {
    return replayCase(past, deps);
  } catch (error) {
    const { years } = deps.holidays;
    const year = Number(dayOf(new Date(past.input.reportedAt)).slice(0, 4));
    if (!(error instanceof Refusal) || error.code !== 'calendar-year-missing' || years.includes(year)) throw error;
    const min = `${Math.min(...years)}-01-01`;
    return refuse('input-invalid', {}, { fields: [{ path: 'reportedAt', code: 'too-small', params: { min } }] });
  }
}

/** Under another request id: the case as it stands here now. */
async function findAsItStands(database: Database, id: string): Promise<Answer | null> {
  return database.asSystem(async (db) => {
    const there = await db.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst();
    if (!there) return null;
    const { row, fold } = await getLoadedCase(db, id, 'read');
    return { caseId: id, number: row.number, state: row.state, added: false, ...verdictOf(fold) };
  });
}

function verdictOf(fold: CaseFold): Pick<Answer, 'dueAt' | 'onTime'> {
  const { total } = fold.clocks;
  return { dueAt: total?.dueAt.toISOString() ?? null, onTime: total ? onTime(total) : null };
}

function refuseWrongTimes({ reportedAt, closed }: Input, now: Date): void {
  const wrong = (path: string, code: 'too-big' | 'too-small', bound: Record<string, string>) =>
    refuse('input-invalid', {}, { fields: [{ path, code, params: bound }] });
  if (Date.parse(reportedAt) > now.getTime()) wrong('reportedAt', 'too-big', { max: now.toISOString() });
  if (!closed) return;
  if (Date.parse(closed.at) > now.getTime()) wrong('closed.at', 'too-big', { max: now.toISOString() });
  if (Date.parse(closed.at) < Date.parse(reportedAt)) wrong('closed.at', 'too-small', { min: reportedAt });
}

/** A name-based id (RFC 9562, version 8): the same source and external id in a site make the same id. */
export function importedId(siteId: string, source: Pick<Input['source'], 'system' | 'externalId'>): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify([siteId, source.system, source.externalId]))
    .digest();
  const versioned = Buffer.from(bytes.subarray(0, 16));
  versioned[6] = ((versioned[6] ?? 0) & 0x0f) | 0x80;
  versioned[8] = ((versioned[8] ?? 0) & 0x3f) | 0x80;
  const hex = versioned.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
