import {
  askRights,
  changeFields,
  getMyData,
  getRights,
  getSubject,
  liftRestriction,
  listMyRights,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { accept, createPrivacyScene, type Person, type PrivacyScene } from './privacy-scene.fixture.ts';

let scene: PrivacyScene;
let test: TestApp;
let desk: Caller;
beforeAll(async () => {
  scene = await createPrivacyScene();
  ({ test, desk } = scene);
});
afterAll(() => test.close());

const words = '按本人要求停用';

/** Somebody whose fields a request took out of use. */
async function restricted(...fields: string[]): Promise<Person & { rightsId: string }> {
  const person = await scene.person();
  const { rightsId } = await person.me.call(askRights, { kind: 'restrict', subjectId: person.subjectId, fields });
  await scene.atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted', words });
  return { ...person, rightsId };
}

async function rowsOf(subjectId: string, field: string) {
  const { rows } = await test.app.database.asSystem((db) =>
    sql`select value, source, basis, since, recorded_at, superseded_at from fact where subject_id = ${subjectId} and field = ${field}
      union all select to_jsonb(encode(hash, 'hex') || kind), source, basis, since, recorded_at, null from subject_secret
      where subject_id = ${subjectId} and field = ${field} order by recorded_at`.execute(db),
  );
  return rows;
}

const ownField = async ({ me, subjectId }: Person, code: string) =>
  (await me.call(getMyData, { subjectId })).groups.flatMap(({ fields }) => fields).find((field) => field.code === code);

async function kindsTold({ me }: Person): Promise<string[]> {
  await test.settle();
  const { rows } = await test.app.database.asSystem((db) =>
    sql<{ kind: string }>`select kind from notice where account_id = ${me.accountId}`.execute(db),
  );
  return rows.map(({ kind }) => kind);
}

describe('a value whose use ended', () => {
  it('comes back as it was when its person asks for it: source, since, recorded, what it replaced', async () => {
    const person = await scene.person();
    const { me, subjectId } = person;
    test.clock.forward(60);
    await scene.keeper.call(changeFields, {
      subjectId,
      revision: await scene.revisionOf(subjectId),
      fields: [{ code: 'wantsVolunteer', value: false, since: '2026-02-01' }],
    });
    const before = { wants: await rowsOf(subjectId, 'wantsVolunteer'), number: await rowsOf(subjectId, 'idNumber') };
    expect(before.wants).toHaveLength(2);
    const fields = ['wantsVolunteer', 'idNumber', 'born'];
    const { rightsId } = await me.call(askRights, { kind: 'restrict', subjectId, fields });
    await scene.atDesk(rightsId, ...accept, { act: 'answer', outcome: 'granted', words });
    expect(await rowsOf(subjectId, 'wantsVolunteer')).toEqual([]);
    test.clock.forward(60 * 24 * 3);
    const asked = await me.call(askRights, { kind: 'lift-restriction', subjectId, fields });
    await scene.atDesk(asked.rightsId, ...accept, { act: 'answer', outcome: 'granted' });
    expect(await rowsOf(subjectId, 'wantsVolunteer')).toEqual(before.wants);
    expect(await rowsOf(subjectId, 'idNumber')).toEqual(before.number);
    expect(await ownField(person, 'wantsVolunteer')).toMatchObject({ value: false, restricted: false });
    const { subject } = await scene.keeper.call(getSubject, { subjectId });
    expect(subject).toMatchObject({ id: subjectId });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ born: string }>`select born from subject where id = ${subjectId}`.execute(db),
    );
    expect(rows[0]?.born).toBe('1950-05-05');
    expect(await kindsTold(person)).toContain('restriction.lifted');
  });

  it('comes back at the desk with proof, by the request that ended its use, and stands in its story', async () => {
    const person = await restricted('sex');
    const { rightsId } = person;
    expect((await desk.call(getRights, { rightsId })).restricted).toMatchObject([
      { code: 'sex', label: { zh: '性别' } },
    ]);
    const lift = { rightsId, fields: ['sex'], proof: '本人到场，出示身份证' };
    expect((await desk.ask(liftRestriction, { ...lift, proof: ' ' })).error?.code).toBe('rights-words-needed');
    expect((await scene.keeper.ask(liftRestriction, lift)).error?.code).toBe('not-allowed');
    expect((await person.me.ask(liftRestriction, lift)).error?.code).toBe('not-allowed');
    const east = await test.staff('security-admin', 'east');
    expect((await east.ask(liftRestriction, lift)).error?.code).toBe('not-found');
    expect((await desk.call(liftRestriction, lift)).fields).toEqual(['sex']);
    expect((await desk.ask(liftRestriction, lift)).error?.code).toBe('restriction-none');
    expect(await ownField(person, 'sex')).toMatchObject({ value: '2', restricted: false, source: 'derived' });
    const mine = (await person.me.call(listMyRights, {})).requests.find(({ id }) => id === rightsId);
    expect(mine?.steps.at(-1)).toMatchObject({ act: 'lift', words: '本人到场，出示身份证' });
    expect(await kindsTold(person)).toContain('restriction.lifted');
    const changed = await scene.keeper.call(changeFields, {
      subjectId: person.subjectId,
      revision: await scene.revisionOf(person.subjectId),
      fields: [{ code: 'sex', value: '1' }],
    });
    expect(changed.changed).toEqual(['sex']);
  });

  it('is deleted where it stood on an agreement: what was withdrawn does not come back into use', async () => {
    const person = await restricted('wantsVolunteer', 'sex');
    const { me, subjectId, rightsId } = person;
    const fields = ['wantsVolunteer', 'sex'];
    const asked = await me.call(askRights, { kind: 'delete', subjectId, fields });
    await scene.atDesk(asked.rightsId, ...accept, {
      act: 'answer',
      outcome: 'partly',
      ground: 'statutory-retention',
      words,
    });
    const { fields: lifted } = await desk.call(liftRestriction, { rightsId, fields, proof: '本人到场' });
    expect(lifted).toEqual(['sex']);
    expect(await ownField(person, 'wantsVolunteer')).toBeUndefined();
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ kind: string }>`select kind from deletion_proof where request_id = ${asked.rightsId}`.execute(db),
    );
    expect(rows).toEqual([{ kind: 'restricted' }]);
  });

  it('stays out of use when only another request is named, and when the asking says no field', async () => {
    const person = await restricted('sex');
    const other = await restricted('sex');
    const foreign = { rightsId: other.rightsId, fields: ['born', 'nationality'], proof: '本人到场' };
    expect((await desk.ask(liftRestriction, foreign)).error?.code).toBe('restriction-none');
    const bare = { kind: 'lift-restriction' as const, subjectId: person.subjectId };
    expect((await person.me.ask(askRights, bare)).error?.code).toBe('rights-details-missing');
    expect(await ownField(person, 'sex')).toMatchObject({ restricted: true });
  });
});
