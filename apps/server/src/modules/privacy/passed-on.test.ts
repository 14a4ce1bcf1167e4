import {
  actOnRights,
  askCorrection,
  askRights,
  decideCorrection,
  getRights,
  listCorrections,
  listDeletions,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { accept, createPrivacyScene, type PrivacyScene } from './privacy-scene.fixture.ts';

/** What a person asked for is passed on whatever else waits, and goes when what it is about goes. */
let test: TestApp;
let keeper: Caller;
let desk: Caller;
let person: PrivacyScene['person'];
let atDesk: PrivacyScene['atDesk'];
beforeAll(async () => {
  ({ test, keeper, desk, person, atDesk } = await createPrivacyScene());
}, 60_000);
afterAll(() => test.close());

const grant = [...accept, { act: 'answer', outcome: 'granted' }];
const corrections = async (subjectId: string, state: 'open' | 'refused' | 'accepted' = 'open') =>
  (await keeper.call(listCorrections, { subjectId, state })).corrections;

describe('corrections of a request', () => {
  it('take the place of one that waits, which says by which request it is over', async () => {
    const { me, subjectId } = await person();
    const before = await me.call(askCorrection, { subjectId, field: 'nationality', value: '日本', reason: '登记有误' });
    const wanted = [
      { code: 'nationality', value: '法国' },
      { code: 'sex', value: '1' },
    ];
    const { rightsId, number } = await me.call(askRights, { kind: 'correct', subjectId, wanted, words: '请更正' });
    await atDesk(rightsId, ...grant);
    expect((await desk.call(getRights, { rightsId })).state).toBe('answered');
    const open = await corrections(subjectId);
    expect(open.map(({ field, value }) => [field, value]).sort()).toEqual([
      ['nationality', '法国'],
      ['sex', '1'],
    ]);
    expect(await corrections(subjectId, 'refused')).toMatchObject([
      { id: before.correctionId, value: '日本', answer: number },
    ]);
    const west = await keeper.ask(decideCorrection, { correctionId: before.correctionId, accept: true, words: '同意' });
    expect(west.error?.code).toBe('correction-decided');
  });

  it('join one that asks the same, sealed values too', async () => {
    const { me, subjectId } = await person();
    const waits = await me.call(askCorrection, { subjectId, field: 'phone', value: '13912345678', reason: '换了号码' });
    const wanted = [{ code: 'phone', value: '13912345678' }];
    const { rightsId } = await me.call(askRights, { kind: 'correct', subjectId, wanted, words: '换了号码' });
    await atDesk(rightsId, ...grant);
    expect((await corrections(subjectId)).map(({ id }) => id)).toEqual([waits.correctionId]);
    expect(await corrections(subjectId, 'refused')).toEqual([]);
  });

  it('are told apart when they are asked: a field twice is refused where it stands', async () => {
    const { me, subjectId } = await person();
    const wanted = [
      { code: 'nationality', value: '法国' },
      { code: 'sex', value: '1' },
      { code: 'nationality', value: '日本' },
    ];
    const answer = await me.ask(askRights, { kind: 'correct', subjectId, wanted, words: '请更正' });
    expect([answer.status, answer.error?.fields?.[0]?.path]).toEqual([400, 'wanted.2.code']);
  });

  it('of requests from before take what was said last', async () => {
    const { me, subjectId } = await person();
    const wanted = [{ code: 'nationality', value: '法国' }];
    const { rightsId } = await me.call(askRights, { kind: 'correct', subjectId, wanted, words: '请更正' });
    const twice = test.crypto.encrypt(
      JSON.stringify({ wanted: [...wanted, { code: 'nationality', value: '日本' }] }),
      'rights.wanted',
    );
    await test.app.database.asSystem((db) =>
      sql`update rights_request set wanted_sealed = ${twice} where id = ${rightsId}`.execute(db),
    );
    await atDesk(rightsId, ...grant);
    expect(await corrections(subjectId)).toMatchObject([{ field: 'nationality', value: '日本' }]);
  });
});

describe('values that go', () => {
  it('take with them what was asked about them, with proof, and what stands leaves its own', async () => {
    const { me, subjectId } = await person();
    await me.call(askCorrection, { subjectId, field: 'wantsVolunteer', value: false, reason: '不愿参加了' });
    await me.call(askCorrection, { subjectId, field: 'nationality', value: '法国', reason: '登记有误' });
    await me.call(askCorrection, { subjectId, field: 'sex', value: '1', reason: '登记有误' });
    const fields = ['wantsVolunteer', 'sex'];
    const { rightsId } = await me.call(askRights, { kind: 'delete', subjectId, fields });
    await atDesk(rightsId, ...accept);
    const { revision } = await desk.call(getRights, { rightsId });
    const words = '性别依法须保存，不可删除，已限制处理';
    const ground = 'statutory-retention' as const;
    await desk.call(actOnRights, { rightsId, act: 'answer', revision, outcome: 'partly', ground, words });
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{ field: string }>`select field from correction where subject_id = ${subjectId}`.execute(db),
    );
    expect(rows).toEqual([{ field: 'nationality' }]);
    const proofs = (await desk.call(listDeletions, {})).deletions.filter(({ rule }) => rule === 'request');
    expect(proofs.map(({ kind, rows: many }) => [kind, many]).sort()).toEqual([
      ['correction', 1],
      ['fact', 1],
    ]);
  });
});
