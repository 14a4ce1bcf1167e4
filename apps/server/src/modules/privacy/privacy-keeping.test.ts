import {
  askRights,
  explainDecisions,
  getConsentFigures,
  getMyData,
  getSubject,
  giveConsent,
  listConsents,
  listDeletions,
  makeMyCopy,
  recordDeath,
  withdrawConsent,
} from '@linli/contract';
import { openXlsx } from 'hucre';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { sweepRetention } from '../registers/index.ts';
import { createPrivacyScene, type PrivacyScene } from './privacy-scene.fixture.ts';

let scene: PrivacyScene;
let test: TestApp;
let keeper: Caller;
let desk: Caller;
let person: PrivacyScene['person'];
let codeFor: PrivacyScene['codeFor'];
beforeAll(async () => {
  scene = await createPrivacyScene();
  ({ test, keeper, desk, person, codeFor } = scene);
});
afterAll(() => test.close());

describe('consent', () => {
  it('is given with a receipt and withdrawn at once, with what stood on it', async () => {
    const { me, subjectId } = await person();
    const give = { subjectId, purpose: 'volunteering' as const, version: 1, channel: 'app' as const };
    expect((await me.ask(giveConsent, { ...give, version: 2 })).error?.code).toBe('consent-text-changed');
    await me.call(giveConsent, give);
    expect((await me.ask(giveConsent, give)).error?.code).toBe('consent-given-already');
    const held = await me.call(listConsents, { subjectId });
    expect(held.consents[0]?.textHash).toMatch(/^[0-9a-f]{64}$/);
    expect(held.purposes.find(({ purpose }) => purpose === 'volunteering')?.held).toBe(1);
    expect((await me.call(withdrawConsent, { subjectId, purpose: 'volunteering' })).deleted).toEqual([
      'wantsVolunteer',
    ]);
    expect((await me.ask(withdrawConsent, { subjectId, purpose: 'volunteering' })).error?.code).toBe(
      'consent-not-given',
    );
    const rules = (await desk.call(listDeletions, {})).deletions.map(({ rule }) => rule);
    expect(rules).toContain('consent:volunteering');
    const after = await keeper.call(getSubject, { subjectId });
    expect(JSON.stringify(after.groups)).not.toContain('"code":"wantsVolunteer","value":true');
  });

  it('leaves what stands on another basis', async () => {
    const { me, subjectId } = await person();
    await test.app.database.asSystem((db) =>
      sql`update fact set basis = 'statutory' where subject_id = ${subjectId} and field = 'wantsVolunteer'`.execute(db),
    );
    await me.call(giveConsent, { subjectId, purpose: 'volunteering', version: 1, channel: 'app' });
    expect((await me.call(withdrawConsent, { subjectId, purpose: 'volunteering' })).deleted).toEqual([]);
    const own = (await me.call(getMyData, { subjectId })).groups.flatMap(({ fields }) => fields);
    expect(own.map(({ code }) => code)).toContain('wantsVolunteer');
  });

  it('is entered from paper with its evidence, by the keeper alone, and counted without names', async () => {
    const { subjectId } = await person();
    const paper = { subjectId, purpose: 'contact' as const, version: 1, channel: 'paper' as const };
    expect((await keeper.ask(giveConsent, paper)).error?.code).toBe('consent-evidence-needed');
    await keeper.call(giveConsent, { ...paper, evidence: '纸质同意书第12号' });
    const west = await test.staff('committee-secretary', 'west');
    expect((await west.ask(listConsents, { subjectId })).error?.code).toBe('not-found');
    expect((await desk.ask(giveConsent, paper)).error?.code).toBe('not-found');
    const figures = await desk.call(getConsentFigures, {});
    expect(figures.purposes.find(({ purpose }) => purpose === 'contact')?.paper).toBeGreaterThan(0);
    expect(JSON.stringify(figures)).not.toContain(subjectId);
  });
});

describe('what the product decided by rule', () => {
  it('is explained in words with the facts it used, and looked at again when refused', async () => {
    const { me, subjectId } = await person('1935-05-05');
    await test.settle();
    const { decisions } = await me.call(explainDecisions, { subjectId });
    expect(decisions.length).toBeGreaterThan(0);
    const one = decisions.find(({ facts }) => facts.some(({ value }) => value === '1935-05-05'));
    expect(one?.rule.zh.length).toBeGreaterThan(2);
    await me.call(askRights, { kind: 'explain', subjectId, about: one?.about ?? '', words: '请人工复核' });
    const again = await me.call(explainDecisions, { subjectId });
    expect(again.decisions.find(({ about }) => about === one?.about)?.rechecking).toBe(true);
  });
});

describe('retention', () => {
  it('deletes by group after the time is over, with a proof without content, and in the end the name', async () => {
    const { subjectId } = await person('1941-03-03');
    await keeper.call(recordDeath, { subjectId, on: '2026-03-02' });
    const count = async () => {
      const { rows } = await test.app.database.asSystem((db) =>
        sql<{ field: string }>`select field from fact where subject_id = ${subjectId}
          union all select field from subject_secret where subject_id = ${subjectId}`.execute(db),
      );
      return rows.map(({ field }) => field);
    };
    const sweep = (at: string) => test.app.database.asSystem((db) => sweepRetention(db, new Date(at)));
    await sweep('2026-08-01T00:00:00Z');
    expect(await count()).toContain('wantsVolunteer');
    await sweep('2026-10-01T00:00:00Z');
    expect(await count()).not.toContain('phone');
    expect(await count()).toContain('idNumber');
    await sweep('2027-04-01T00:00:00Z');
    expect(await count()).not.toContain('idNumber');
    await sweep('2030-04-01T00:00:00Z');
    await sweep('2030-04-01T01:00:00Z');
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        name: string;
        born: string | null;
        fields: object;
      }>`select name, born, fields from subject where id = ${subjectId}`.execute(db),
    );
    expect(rows).toEqual([{ name: '—', born: null, fields: {} }]);
    const { deletions } = await desk.call(listDeletions, { limit: 200 });
    expect(deletions.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['retention:contact:180', 'retention:identity:365']),
    );
    expect(JSON.stringify(deletions)).not.toContain(subjectId);
  });

  it('leaves who lives here alone', async () => {
    const { subjectId, me } = await person();
    await test.app.database.asSystem((db) => sweepRetention(db, new Date('2026-12-01T00:00:00Z')));
    const own = (await me.call(getMyData, { subjectId })).groups.flatMap(({ fields }) => fields);
    expect(own.map(({ code }) => code)).toEqual(expect.arrayContaining(['sex', 'phone', 'wantsVolunteer']));
  });
});

describe('a copy', () => {
  it('is fetched as paper, sheet and data by whom it was made for, while it is open', async () => {
    const { me, subjectId, phone } = await person();
    const { copyId } = await me.call(makeMyCopy, { subjectId, code: await codeFor(me) });
    const token = test.crypto.token();
    await test.app.database.asSystem((db) =>
      sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values
        (${test.crypto.hashToken(token)}, ${me.accountId}, ${test.clock.now()}, ${test.clock.now()}, '2027-01-01')`.execute(
        db,
      ),
    );
    const fetchAs = (format: string, cookie = `linli_session=${token}`) =>
      test.app.http.inject({
        method: 'GET',
        url: `/api/my-copy?copyId=${copyId}&format=${format}`,
        headers: { 'x-linli': '1', cookie },
      });
    const data = await fetchAs('json');
    expect(data.statusCode).toBe(200);
    expect(data.body).toContain(phone);
    expect((await fetchAs('pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const sheet = (await openXlsx((await fetchAs('xlsx')).rawPayload)).sheets[0];
    expect(sheet?.rows.map((row) => row?.[0])).toContain('关系：户');
    // Where a value came from in words: none of the product's own codes.
    const sources = sheet?.rows.slice(1).flatMap((row) => (row?.[2] ? [String(row[2])] : []));
    expect(sources).toContain('居委会登记');
    expect(sources?.filter((words) => /[a-z]/i.test(words))).toEqual([]);
    expect((await fetchAs('doc')).statusCode).toBe(400);
    expect((await fetchAs('json', '')).statusCode).toBe(401);
    test.clock.forward(16);
    expect((await fetchAs('json')).statusCode).toBe(409);
  });
});
