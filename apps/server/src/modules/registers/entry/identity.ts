import type { SubjectNoun } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { RegisterDeps } from '../deps.ts';
import { findBySecret } from '../store/secrets.ts';
import { lockSubjects, type SubjectRow } from '../subject-row.ts';
import { componentKey } from './component-taken.ts';
import { lockForEntry } from './entry-locks.ts';
import type { ReadEntries } from './read-entries.ts';

/** A dwelling as an entry names it. */
export interface Room {
  buildingId: string;
  room: string;
}

/** One at a time for one number or room. As the system, before any row is locked. */
export async function lockIdentity(
  db: Db,
  siteId: string,
  noun: SubjectNoun,
  read: ReadEntries,
  room?: Room,
): Promise<void> {
  const keys = [
    ...read.secrets
      .filter(({ field }) => field.code === 'idNumber')
      .map(({ lookupValue }) => `${siteId}:${noun}:${lookupValue}`),
    ...read.facts.flatMap(({ field, value }) => {
      if (value === null) return [];
      if (noun === 'entity' && field.code === 'creditCode') return [`${siteId}:${noun}:${value}`];
      return noun === 'asset' && field.code === 'code' ? [componentKey(String(value))] : [];
    }),
    ...(room ? [`room:${room.buildingId}:${room.room}`] : []),
  ];
  await lockForEntry(db, siteId, keys);
}

/** Who is there already: by identity number, credit code, component code, or the room of the building. As the system, locked. */
export async function findKnownSubject(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto'>,
  asked: { noun: SubjectNoun; siteId: string; read: ReadEntries; room?: Room | undefined },
): Promise<SubjectRow | null> {
  const { noun, siteId, read, room } = asked;
  switch (noun) {
    case 'person':
      return findByIdentity(db, deps, siteId, read);
    case 'home':
      return room ? findHome(db, room) : null;
    case 'entity':
      return findByCode(db, { noun, siteId, read, code: 'creditCode' });
    case 'asset':
      return findByCode(db, { noun, siteId, read, code: 'code' });
    default:
      return null;
  }
}

/** The person with this identity number, locked. As the system. */
export async function findByIdentity(
  db: Db,
  deps: Pick<RegisterDeps, 'crypto'>,
  siteId: string,
  read: ReadEntries,
): Promise<SubjectRow | null> {
  const number = read.secrets.find(({ field, value }) => field.code === 'idNumber' && value !== null);
  if (!number) return null;
  const found = await findBySecret(db, deps.crypto, { siteId, field: 'idNumber', values: [number.lookupValue] });
  return lockFirst(db, [...found.values()].flat());
}

async function findHome(db: Db, { buildingId, room }: Room): Promise<SubjectRow | null> {
  const { rows } = await sql<{ id: string }>`select subject.id from home join subject on subject.id = home.id
    where home.building_id = ${buildingId} and home.room = ${room}`.execute(db);
  return lockFirst(
    db,
    rows.map(({ id }) => id),
  );
}

async function findByCode(
  db: Db,
  asked: { noun: 'entity' | 'asset'; siteId: string; read: ReadEntries; code: 'creditCode' | 'code' },
): Promise<SubjectRow | null> {
  const value = asked.read.facts.find(({ field }) => field.code === asked.code)?.value;
  if (typeof value !== 'string') return null;
  const { rows } = await sql<{ id: string }>`select id from subject
    where site_id = ${asked.siteId} and noun = ${asked.noun} and state <> 'merged' and fields ->> ${asked.code} = ${value}
    order by id`.execute(db);
  return lockFirst(
    db,
    rows.map(({ id }) => id),
  );
}

async function lockFirst(db: Db, ids: readonly string[]): Promise<SubjectRow | null> {
  const [id] = ids;
  return id === undefined ? null : ((await lockSubjects(db, [id]))[0] ?? null);
}
