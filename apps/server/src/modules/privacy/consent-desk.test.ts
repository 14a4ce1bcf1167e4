import { giveConsent, listConsents, withdrawConsent } from '@linli/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { createPrivacyScene, type PrivacyScene } from './privacy-scene.fixture.ts';

let scene: PrivacyScene;
let test: TestApp;
let keeper: Caller;
beforeAll(async () => {
  scene = await createPrivacyScene();
  ({ test, keeper } = scene);
});
afterAll(() => test.close());

const onPaper = { purpose: 'contact', version: 1, channel: 'paper' } as const;

async function fetchPhoto(who: Caller | null, consentId: string, hash: string): Promise<number> {
  const headers: Record<string, string> = { 'x-linli': '1' };
  if (who !== null) {
    const token = test.crypto.token();
    await test.app.database.asSystem((db) =>
      sql`insert into session (token_hash, account_id, created_at, seen_at, expires_at) values
        (${test.crypto.hashToken(token)}, ${who.accountId}, ${test.clock.now()}, ${test.clock.now()}, '2027-01-01')`.execute(
        db,
      ),
    );
    headers.cookie = `linli_session=${token}`;
  }
  const answer = await test.app.http.inject({
    method: 'GET',
    url: `/api/consent-photo?consentId=${consentId}&hash=${hash}`,
    headers,
  });
  if (answer.statusCode === 200) expect(answer.headers['cache-control']).toBe('private, no-store');
  return answer.statusCode;
}

describe('an agreement entered at the desk', () => {
  it('is proved by a photo instead of words, seen by its person and the keeper alone', async () => {
    const { me, subjectId } = await scene.person();
    const hash = await keeper.photo(31);
    const { consentId } = await keeper.call(giveConsent, { ...onPaper, subjectId, photos: [hash] });
    const { consents } = await me.call(listConsents, { subjectId });
    expect(consents).toMatchObject([{ id: consentId, channel: 'paper', photos: [hash], evidence: '' }]);
    expect(await fetchPhoto(me, consentId, hash)).toBe(200);
    expect(await fetchPhoto(keeper, consentId, hash)).toBe(200);
    const west = await test.staff('committee-secretary', 'west');
    for (const other of [west, scene.desk, await test.resident('13800004441')])
      expect(await fetchPhoto(other, consentId, hash)).toBe(404);
    expect(await fetchPhoto(null, consentId, hash)).toBe(401);
    expect(await fetchPhoto(keeper, consentId, '0'.repeat(64))).toBe(404);
    expect(await fetchPhoto(keeper, consentId, 'x')).toBe(400);
  });

  it('takes no photo that somebody else uploaded: a hash must not open it', async () => {
    const { subjectId } = await scene.person();
    const foreign = await scene.otherDesk.photo(32);
    const answer = await keeper.ask(giveConsent, { ...onPaper, subjectId, photos: [foreign] });
    expect(answer.error?.fields).toMatchObject([{ path: 'photos', code: 'not-an-option' }]);
    expect((await keeper.call(listConsents, { subjectId })).consents).toEqual([]);
  });

  it('is ended by the keeper only with how the person said so, and by the person with a press', async () => {
    const { me, subjectId } = await scene.person();
    await keeper.call(giveConsent, { ...onPaper, channel: 'verbal', subjectId, evidence: '王阿姨、李叔在场' });
    const end = { subjectId, purpose: 'contact' as const };
    expect((await keeper.ask(withdrawConsent, end)).error?.code).toBe('consent-evidence-needed');
    await keeper.call(withdrawConsent, { ...end, evidence: '电话要求停用' });
    const { consents } = await me.call(listConsents, { subjectId });
    expect(consents).toMatchObject([{ channel: 'verbal', withdrawnEvidence: '电话要求停用' }]);
    test.clock.forward(1);
    await me.call(giveConsent, { ...onPaper, channel: 'app', subjectId });
    await me.call(withdrawConsent, end);
    expect(
      (await me.call(listConsents, { subjectId })).consents.map(({ withdrawnEvidence }) => withdrawnEvidence),
    ).toEqual(['', '电话要求停用']);
  });
});
