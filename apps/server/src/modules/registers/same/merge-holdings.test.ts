import {
  askCorrection,
  askRights,
  changeFields,
  giveConsent,
  linkAccount,
  listConsents,
  listCorrections,
  listRevealsAboutMe,
  listSubjectTags,
  revealField,
  saveTag,
  setTag,
  switchTag,
  withdrawConsent,
} from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../../../test/test-app.ts';
import { createMergeScene, type MergeScene } from './merge-scene.fixture.ts';

let test: MergeScene['test'];
let keeper: MergeScene['keeper'];
let enter: MergeScene['enter'];
let rows: MergeScene['rows'];
let merge: MergeScene['merge'];
let undo: MergeScene['undo'];
let set: MergeScene['set'];
let values: MergeScene['values'];
let restrict: MergeScene['restrict'];
let restricted: MergeScene['restricted'];

beforeAll(async () => {
  ({ test, keeper, enter, rows, merge, undo, set, values, restrict, restricted } = await createMergeScene());
}, 60_000);
afterAll(() => test.close());

describe('what hangs on somebody', () => {
  it('goes with a merge and comes back: looks, agreements, requests, corrections', async () => {
    const [kept, gone] = [await enter({ phone: '13700000001' }), await enter({ phone: '13700000002' })];
    const [mine, theirs] = [await test.resident('13700000001'), await test.resident('13700000002')];
    for (const [subjectId, phone] of [
      [kept, '13700000001'],
      [gone, '13700000002'],
    ] as const)
      await keeper.call(linkAccount, { subjectId, phone, role: 'self', proof: '出示身份证' });
    const look = (subjectId: string, reason: string) => keeper.call(revealField, { subjectId, field: 'phone', reason });
    await look(gone, '通知停水');
    const agree = (subjectId: string, purpose: 'contact' | 'volunteering') =>
      keeper.call(giveConsent, { subjectId, purpose, version: 1, channel: 'paper', evidence: '纸质同意书' });
    await agree(kept, 'contact');
    await agree(gone, 'contact');
    await agree(gone, 'volunteering');
    await theirs.call(askRights, { kind: 'consult', subjectId: gone });
    await keeper.call(askCorrection, { subjectId: gone, field: 'nationality', value: '中国', reason: '补充' });

    const mergeId = await merge(kept, gone);
    const looks = async (caller: Caller) =>
      (await caller.call(listRevealsAboutMe, {})).reveals.map(({ reason }) => reason).sort();
    expect(await looks(mine)).toEqual(['通知停水']);
    expect(await looks(theirs)).toEqual(['通知停水']);
    const agreed = async (subjectId: string) =>
      (await keeper.call(listConsents, { subjectId })).consents.map(({ purpose }) => purpose).sort();
    expect(await agreed(kept)).toEqual(['contact', 'volunteering']);
    expect(await agreed(gone)).toEqual(['contact']);
    const asked = () =>
      rows<{ id: string }>(sql`select subject_id as id from rights_request where subject_id in (${kept}, ${gone})`);
    expect(await asked()).toEqual([{ id: kept }]);
    const waiting = async (subjectId: string) =>
      (await keeper.call(listCorrections, { subjectId })).corrections.map(({ field }) => field);
    expect([await waiting(kept), await waiting(gone)]).toEqual([['nationality'], []]);
    await look(kept, '上门登记');
    await keeper.call(withdrawConsent, { subjectId: kept, purpose: 'volunteering', evidence: '当面说的' });

    await undo(mergeId);
    expect(await looks(mine)).toEqual(['上门登记']);
    expect(await looks(theirs)).toEqual(['通知停水']);
    expect(await agreed(kept)).toEqual(['contact']);
    expect(await agreed(gone)).toEqual(['contact', 'volunteering']);
    const { consents } = await keeper.call(listConsents, { subjectId: gone });
    // Withdrawn while they were one: not agreed to again.
    expect(consents.find(({ purpose }) => purpose === 'volunteering')?.withdrawnAt).not.toBeNull();
    expect(await asked()).toEqual([{ id: gone }]);
    expect([await waiting(kept), await waiting(gone)]).toEqual([[], ['nationality']]);
  });

  it('ends an agreement of the whole person, whichever entry is named, and not anew with the undoing', async () => {
    const [kept, gone, first] = [await enter(), await enter(), await enter()];
    const agree = (subjectId: string) =>
      keeper.call(giveConsent, { subjectId, purpose: 'volunteering', version: 1, channel: 'paper', evidence: '纸质' });
    for (const id of [kept, gone, first]) {
      await agree(id);
      await set(id, { wantsVolunteer: true });
    }
    const inner = await merge(gone, first);
    const outer = await merge(kept, gone);
    const inForce = () =>
      rows<{ id: string }>(sql`select subject_id as id from consent
        where subject_id in (${kept}, ${gone}, ${first}) and withdrawn_at is null`);
    const held = () =>
      rows<{ id: string }>(sql`select subject_id as id from fact
        where subject_id in (${kept}, ${gone}, ${first}) and field = 'wantsVolunteer'`);
    expect([(await inForce()).length, (await held()).length]).toEqual([3, 3]);
    // Named is the entry that was merged first, from an old page.
    const { deleted } = await keeper.call(withdrawConsent, {
      subjectId: first,
      purpose: 'volunteering',
      evidence: '当面说的',
    });
    expect(deleted).toEqual(['wantsVolunteer']);
    expect([await inForce(), await held()]).toEqual([[], []]);
    const again = await keeper.ask(withdrawConsent, { subjectId: kept, purpose: 'volunteering', evidence: '再说' });
    expect(again.error?.code).toBe('consent-not-given');
    for (const mergeId of [outer, inner]) await undo(mergeId);
    expect([await inForce(), await held()]).toEqual([[], []]);
  });

  it('keeps tags set by hand with who set them, and gives them back', async () => {
    const [kept, gone] = [await enter(), await enter()];
    const { tagId, version } = await keeper.call(saveTag, {
      areaId: test.street.area.east.id,
      name: { zh: '常来' },
      noun: 'person',
      purpose: { zh: '上门关心' },
      sensitivity: 2,
    });
    await keeper.call(switchTag, { tagId, version, on: true });
    await test.settle();
    await keeper.call(setTag, { subjectId: gone, tagId, why: '自己说的' });
    const held = async (subjectId: string) =>
      (await keeper.call(listSubjectTags, { subjectId })).tags.flatMap(({ byRule, why }) => (byRule ? [] : [why]));
    const mergeId = await merge(kept, gone);
    await vi.waitFor(async () => {
      await test.settle();
      expect(await held(kept)).toEqual(['自己说的']);
    }, 10_000);
    await undo(mergeId);
    await vi.waitFor(async () => {
      await test.settle();
      expect([await held(kept), await held(gone)]).toEqual([[], ['自己说的']]);
    }, 10_000);
  });
});

describe('a restriction', () => {
  it('on the one that goes seals the kept one’s value too; undone each has its own', async () => {
    const [kept, gone] = [await enter({ phone: '13700000011' }), await enter({ phone: '13700000012' })];
    await set(kept, { nationality: '法国' });
    await set(kept, { nationality: '中国' });
    await set(gone, { nationality: '德国', wantsVolunteer: true });
    await restrict(gone, ['nationality', 'phone', 'wantsVolunteer']);
    const bytesOf = () =>
      rows<{ sealed: string; hash: string }>(sql`select encode(sealed, 'hex') as sealed, encode(hash, 'hex') as hash
        from subject_secret where subject_id = ${kept} and field = 'phone'`);
    const [before] = await bytesOf();
    const mergeId = await merge(kept, gone);
    const seen = await values(kept);
    expect(seen).toMatchObject({ nationality: null, phone: null, wantsVolunteer: null });
    expect(await restricted(kept)).toEqual(['nationality', 'phone', 'wantsVolunteer']);
    const again = await keeper.ask(changeFields, {
      subjectId: kept,
      fields: [{ code: 'nationality', value: '中国' }],
    });
    expect(again.error?.code).toBe('field-restricted');
    await undo(mergeId);
    expect(await values(kept)).toMatchObject({ nationality: '中国', phone: '137****0011' });
    // Sealed anew: the keys may have been rotated meanwhile, and what is sealed inside what is sealed is not.
    const [after] = await bytesOf();
    expect(after?.hash).toBe(before?.hash);
    expect(after?.sealed).not.toBe(before?.sealed);
    expect(await restricted(kept)).toEqual([]);
    expect(await restricted(gone)).toEqual(['nationality', 'phone', 'wantsVolunteer']);
    expect((await values(gone)).nationality).toBeNull();
    const history = await rows<{ value: string; over: boolean }>(
      sql`select value #>> '{}' as value, superseded_at is not null as over from fact
        where subject_id = ${kept} and field = 'nationality' and recorded_by is not null order by recorded_at, over desc`,
    );
    expect(history).toEqual([
      { value: '法国', over: true },
      { value: '中国', over: false },
    ]);
  });

  it('on the kept one lets nothing of it come over, nor be read on the other', async () => {
    const [kept, gone] = [await enter({ phone: '13700000021' }), await enter({ phone: '13700000022' })];
    await set(kept, { nationality: '中国' });
    await set(gone, { nationality: '德国' });
    await restrict(kept, ['nationality', 'phone', 'born']);
    const mergeId = await merge(kept, gone);
    for (const id of [kept, gone])
      expect(await values(id)).toMatchObject({ nationality: null, phone: null, born: null });
    await undo(mergeId);
    expect(await values(kept)).toMatchObject({ nationality: null, phone: null, born: null });
    expect(await values(gone)).toMatchObject({ nationality: '德国', phone: '137****0022', born: '1980-01-01' });
    expect(await rows(sql`select born from subject where id in (${kept}, ${gone}) order by born nulls first`)).toEqual([
      { born: null },
      { born: '1980-01-01' },
    ]);
  });

  it('or deletion asked for while they were one holds for both after they are parted', async () => {
    const [kept, gone] = [await enter(), await enter({ phone: '13700000031' })];
    await set(gone, { nationality: '德国', wantsVolunteer: true });
    const mergeId = await merge(kept, gone);
    expect(await values(kept)).toMatchObject({ nationality: '德国', wantsVolunteer: true, phone: '137****0031' });
    await restrict(kept, ['nationality', 'phone']);
    await keeper.call(giveConsent, {
      subjectId: kept,
      purpose: 'volunteering',
      version: 1,
      channel: 'paper',
      evidence: '纸质同意书',
    });
    await keeper.call(withdrawConsent, { subjectId: kept, purpose: 'volunteering', evidence: '当面说的' });
    await undo(mergeId);
    for (const id of [kept, gone])
      expect(await values(id)).toMatchObject({ nationality: null, wantsVolunteer: null, phone: null });
    expect(await restricted(gone)).toEqual(['nationality', 'phone']);
    // The value was never the kept one's.
    expect(await restricted(kept)).toEqual([]);
  });
});
