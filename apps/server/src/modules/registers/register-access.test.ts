import {
  addSubject,
  changeFields,
  getHouseholdFile,
  getSubject,
  listFactHistory,
  listSubjects,
  revealField,
} from '@linli/contract';
import {
  type Actor,
  fieldAccess,
  fieldsOfNoun,
  mayInArea,
  namesInFull,
  type RegisterField,
  type Role,
  roles,
  type SubjectNoun,
  subjectNouns,
} from '@linli/domain';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { addHome, buildHome, inventNumber } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { insertSubjects, writeFacts, writeSecrets } from './store.ts';

/** Every role, its own place and a foreign one, every field of the whitelist, by each way out: what comes is what `fieldAccess` says. */
let test: TestApp;
let subjects: Readonly<Record<SubjectNoun, string>>;
const posts = roles.filter((role) => role !== 'resident');
const unitRole = (role: Role) => role === 'unit-lead' || role === 'unit-handler';
const phone = '13912345678';
const number = inventNumber('1940-05-05', 122);

beforeAll(async () => {
  test = await createTestApp();
  const keeper = await test.staff('committee-secretary', 'east');
  const home = await buildHome(test, keeper, 'east1');
  subjects = await fillEveryField(home);
}, 60_000);
afterAll(() => test.close());

/** One subject of each noun at one home with a value in every field there is. */
async function fillEveryField(home: { homeId: string; buildingId: string }): Promise<Record<SubjectNoun, string>> {
  const ids = { home: home.homeId, household: newId(), person: newId(), entity: newId(), asset: newId() };
  const { siteId, area } = test.street;
  const now = test.clock.now();
  await test.app.database.asSystem(async (db) => {
    const row = (noun: SubjectNoun) => ({
      id: ids[noun],
      siteId,
      noun,
      kind: 'some',
      name: noun === 'person' ? '欧阳春晓' : `名称${noun}`,
      path: area.east1.path,
      area2Id: area.homes.id,
      area3Id: area.east.id,
      area4Id: area.east1.id,
      buildingId: home.buildingId,
      homeId: home.homeId,
      householdId: noun === 'person' ? ids.household : null,
      lng: null,
      lat: null,
      since: '2026-01-01',
      createdAt: now,
    });
    await insertSubjects(db, (['household', 'person', 'entity', 'asset'] as const).map(row));
    for (const noun of subjectNouns) {
      const common = { subjectId: ids[noun], noun, source: 'office', since: '2026-01-01', recordedBy: null } as const;
      const fields = fieldsOfNoun(noun);
      await writeFacts(
        db,
        fields
          .filter(({ kind }) => kind !== 'secret')
          .map((field) => ({ ...common, field: field.code, value: valueFor(field), sourceId: null })),
        { now },
      );
      await writeSecrets(
        db,
        test.crypto,
        fields
          .filter(({ kind }) => kind === 'secret')
          .map(({ code }) => ({ ...common, field: code, kind: '', value: code === 'idNumber' ? number : phone })),
        { now },
      );
    }
  });
  return ids;
}

function valueFor(field: RegisterField): string | number | boolean {
  if (field.code === 'creditCode') return '91310101MA1FP0009D';
  if (field.code === 'code') return '31010101054000001';
  switch (field.kind) {
    case 'boolean':
      return true;
    case 'number':
      return 3;
    case 'date':
      return '2025-01-01';
    case 'code':
      return field.options?.[0]?.value ?? '';
    default:
      return `值${field.code}`;
  }
}

function actorOf(role: Role, path: string): Actor {
  return {
    kind: 'staff',
    accountId: newId(),
    name: '',
    scopes: [{ role, path, unitId: null, postId: newId() }],
    pools: [],
  };
}

/** What a reader should get of a subject in east1, by the one table. */
function expected(role: Role, path: string, noun: SubjectNoun): { full: string[]; masked: string[] } {
  const actor = actorOf(role, path);
  const at = (access: string) =>
    fieldsOfNoun(noun)
      .filter((field) => fieldAccess(actor, field, test.street.area.east1.path) === access)
      .map(({ code }) => code)
      .sort();
  return { full: at('full'), masked: at('masked') };
}

interface Shown {
  code: string;
  value: unknown;
  masked: boolean;
}
const split = (fields: readonly Shown[]) => ({
  full: fields
    .filter((field) => !field.masked)
    .map(({ code }) => code)
    .sort(),
  masked: fields
    .filter((field) => field.masked)
    .map(({ code }) => code)
    .sort(),
});
const nothing = { full: [], masked: [] };

describe.each(['east', 'west'] as const)('role × field × way out, from a post over %s', (place) => {
  it.each(posts)(
    '%s sees what the table says, no more and no less',
    async (role) => {
      const caller: Caller = await test.staff(role, place, unitRole(role) ? 'greening' : undefined);
      const { path } = test.street.area[place];
      const reads = mayInArea(actorOf(role, path), 'registers:read', test.street.area.east1.path);
      for (const noun of subjectNouns) {
        const wanted = expected(role, path, noun);
        const one = await caller.ask(getSubject, { subjectId: subjects[noun] });
        expect([noun, one.status === 200]).toEqual([noun, reads]);
        const fields = one.ok?.groups.flatMap((group) => group.fields) ?? [];
        expect([noun, split(fields)]).toEqual([noun, wanted]);
        for (const field of fields.filter(({ masked }) => masked)) expect(String(field.value)).toContain('*');
        const codes = fieldsOfNoun(noun).map(({ code }) => code);
        const listed = new Set<string>();
        for (let from = 0; from < codes.length; from += 8) {
          const list = await caller.ask(listSubjects, { noun, fields: codes.slice(from, from + 8) });
          for (const subject of list.ok?.subjects ?? [])
            if (subject.id === subjects[noun]) for (const code of Object.keys(subject.fields)) listed.add(code);
        }
        expect([noun, [...listed].sort()]).toEqual([noun, wanted.full]);
        const history = await caller.ask(listFactHistory, { subjectId: subjects[noun], limit: 200 });
        expect([...new Set(history.ok?.facts.map(({ field }) => field) ?? [])].sort()).toEqual(wanted.full);
      }
      const file = (await caller.ask(getHouseholdFile, { subjectId: subjects.home })).ok;
      const member = file?.households[0]?.members[0];
      expect(member ? split(member.fields) : nothing).toEqual(expected(role, path, 'person'));
      expect(file?.home ? split(file.home.fields) : nothing).toEqual(expected(role, path, 'home'));
      expect(file?.entities[0] ? split(file.entities[0].fields) : nothing).toEqual(expected(role, path, 'entity'));
      if (member)
        expect(member.subject.name === '欧阳春晓').toBe(namesInFull(actorOf(role, path), test.street.area.east1.path));
      const text = JSON.stringify(file ?? {});
      expect([text.includes(number), text.includes(phone)]).toEqual([false, false]);
    },
    20_000,
  );
});

describe('the second wall', () => {
  it('lets each role read only rows of its own areas by plain SQL, and write none', async () => {
    for (const role of posts) {
      for (const place of ['east', 'west'] as const) {
        const actor = actorOf(role, test.street.area[place].path);
        const reads = mayInArea(actor, 'registers:read', test.street.area.east1.path);
        const count = (table: string) =>
          test.app.database.as(
            actor,
            async (db) =>
              (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]?.n ??
              -1,
          );
        expect([role, place, (await count('subject')) > 0, (await count('fact')) > 0]).toEqual([
          role,
          place,
          reads,
          reads,
        ]);
        expect([role, await count('subject_secret')]).toEqual([role, 0]);
        const changed = await test.app.database.as(actor, (db) => sql`update subject set name = 'x'`.execute(db));
        expect([role, Number(changed.numAffectedRows ?? 0)]).toEqual([role, 0]);
      }
    }
  });
});

describe('secrecy', () => {
  it('keeps no readable number in any table, whoever entered it', async () => {
    const keeper = await test.staff('committee-secretary', 'east');
    const homeId = await addHome(keeper, (await buildHome(test, keeper, 'east2', '9')).buildingId, '10');
    const entered = inventNumber('1951-07-08', 223);
    const { subjectId } = await keeper.call(addSubject, {
      noun: 'person',
      kind: 'resident',
      name: '某人',
      place: { homeId },
      fields: [
        { code: 'idNumber', value: entered },
        { code: 'phone', value: '13698765432' },
      ],
    });
    for (const field of ['idNumber', 'phone'])
      await keeper.call(revealField, { subjectId, field, reason: '上门前核对' });
    await keeper.call(listSubjects, { noun: 'person', words: entered });
    // Owned by another body that has spoken: what is asked for is sealed as well.
    await test.app.database.asSystem((db) =>
      sql`update subject_secret set source = 'department:public-security' where subject_id = ${subjectId} and field = 'idNumber'`.execute(
        db,
      ),
    );
    const corrected = inventNumber('1951-07-08', 225);
    const asked = await keeper.call(changeFields, { subjectId, fields: [{ code: 'idNumber', value: corrected }] });
    expect(asked.asked).toEqual(['idNumber']);
    await test.settle();
    const dump = await test.app.database.asSystem(async (db) => {
      const { rows: tables } = await sql<{
        name: string;
      }>`select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = 'public' and relkind = 'r'`.execute(db);
      const parts: string[] = [];
      for (const { name } of tables) {
        const { rows } = await sql<{
          t: string | null;
        }>`select string_agg(t::text, ' ') as t from ${sql.table(name)} t`.execute(db);
        parts.push(rows[0]?.t ?? '');
      }
      return parts.join('\n');
    });
    expect(dump).toContain('欧阳春晓');
    const hex = (value: string) => Buffer.from(value).toString('hex');
    for (const secret of [number, phone, entered, corrected, '13698765432']) {
      // A bare run of digits of a table's own numbers could hold eleven of them; none does.
      expect([secret, dump.includes(secret), dump.includes(hex(secret))]).toEqual([secret, false, false]);
    }
  });
});
