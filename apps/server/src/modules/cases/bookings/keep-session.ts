import { type CaseStage, type CaseTypeDefinition, dayOf, type FormValues } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Directory } from '../../org/index.ts';
import type { LoadedCase } from '../load-case.ts';
import { thisRound } from '../stage-walk.ts';
import './tables.ts';

interface Resource {
  kind: 'mediator' | 'room';
  id: string;
}

/**
 * What a step of a procedure does to the registers: who mediates is kept for counting, and a session fixed here keeps its mediators and
 * rooms. Every step frees what was kept for a session that has not begun. Refuses whom or what somebody else has at that time.
 */
export async function keepSession(
  db: Db,
  directory: Directory,
  step: {
    loaded: LoadedCase;
    type: CaseTypeDefinition;
    stage: CaseStage;
    outcome: string;
    form: FormValues;
    now: Date;
  },
): Promise<void> {
  const { loaded, type, stage, form, now } = step;
  if (!type.stages.some((one) => one.booking || one.form.some(isResource))) return;
  const caseId = loaded.row.id;
  const named = resourcesSoFar(loaded, type, stage, form);
  await elevated(db, async () => {
    if (stage.form.some((field) => field.kind === 'mediator')) await nameMediators(db, caseId, named);
    await db.deleteFrom('booking').where('case_id', '=', caseId).where('starts_at', '>', now).execute();
    const times = sessionTimes(stage, step.outcome, form);
    if (!times || times.from <= now) return;
    const sorted = [...named].sort((a, b) => (a.id < b.id ? -1 : 1));
    // In the order of their ids, so that two steps wanting the same two cannot wait for one another.
    for (const { id } of sorted)
      await sql`select pg_advisory_xact_lock(hashtextextended(${`booking/${id}`}, 0))`.execute(db);
    for (const resource of sorted) await refuseIfTaken(db, directory, caseId, resource, times);
    if (sorted.length === 0) return;
    await db
      .insertInto('booking')
      .values(
        sorted.map(({ kind, id }) => ({
          id: newId(),
          case_id: caseId,
          stage: stage.key,
          kind,
          resource_id: id,
          starts_at: times.from,
          ends_at: times.until,
        })),
      )
      .execute();
  });
}

function isResource({ kind }: { kind: string }): boolean {
  return kind === 'mediator' || kind === 'room';
}

/** Mediators and rooms as named last in each field of the procedure, this step included. */
function resourcesSoFar(loaded: LoadedCase, type: CaseTypeDefinition, stage: CaseStage, form: FormValues): Resource[] {
  const named = new Map<string, Resource>();
  const read = (of: CaseStage, values: Readonly<Record<string, unknown>>) => {
    for (const field of of.form) {
      if (!isResource(field)) continue;
      const id = values[field.key];
      // By the name of the field: the room of the next session takes the place of the last one's.
      if (typeof id === 'string' && id !== '')
        named.set(field.key, { kind: field.kind === 'room' ? 'room' : 'mediator', id });
    }
  };
  for (const { kind, data } of thisRound(loaded.actions)) {
    const of = kind === 'advance' ? type.stages.find(({ key }) => key === data.stage) : undefined;
    if (of) read(of, (data.form ?? {}) as Record<string, unknown>); // validated against the stage when it was taken
  }
  read(stage, form);
  return [...new Map([...named.values()].map((one) => [one.id, one])).values()];
}

async function nameMediators(db: Db, caseId: string, named: readonly Resource[]): Promise<void> {
  await db.deleteFrom('case_mediator').where('case_id', '=', caseId).execute();
  const rows = named.filter(({ kind }) => kind === 'mediator').map(({ id }) => ({ case_id: caseId, mediator_id: id }));
  if (rows.length > 0) await db.insertInto('case_mediator').values(rows).execute();
}

function sessionTimes(stage: CaseStage, outcome: string, form: FormValues): { from: Date; until: Date } | null {
  if (!stage.booking || (stage.booking.on && !stage.booking.on.includes(outcome))) return null;
  const text = form[stage.booking.at];
  if (typeof text !== 'string' || text === '') return null;
  // To the minute, in Shanghai time unless it names its offset.
  const from = new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}+08:00`);
  if (Number.isNaN(from.getTime())) return null;
  return { from, until: new Date(from.getTime() + stage.booking.minutes * 60_000) };
}

async function refuseIfTaken(
  db: Db,
  directory: Directory,
  caseId: string,
  { kind, id }: Resource,
  times: { from: Date; until: Date },
): Promise<void> {
  // What is over keeps nothing any more.
  const { rows } = await sql<{ starts_at: Date; ends_at: Date }>`select booking.starts_at, booking.ends_at
    from booking join cases on cases.id = booking.case_id and cases.is_open
    where booking.resource_id = ${id} and booking.case_id <> ${caseId}
      and booking.starts_at < ${times.until} and booking.ends_at > ${times.from} order by booking.starts_at limit 1`.execute(
    db,
  );
  const taken = rows[0];
  if (!taken) return;
  const name = (kind === 'room' ? directory.rooms : directory.mediators).get(id)?.name ?? '';
  refuse(`${kind}-busy`, {
    name,
    from: `${dayOf(taken.starts_at)} ${clockOf(taken.starts_at)}`,
    until: clockOf(taken.ends_at),
  });
}

const clockFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function clockOf(at: Date): string {
  return clockFormat.format(at);
}
