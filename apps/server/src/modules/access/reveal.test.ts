import { listRevealsAboutMe, reportCase, revealReporter } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { revealAccount } from './reveal.ts';

let test: TestApp;
let resident: Caller;
let other: Caller;
let worker: Caller;
beforeAll(async () => {
  test = await createTestApp();
  resident = await test.resident('13912345678');
  other = await test.resident();
  worker = await test.staff('grid-worker', 'east1');
});
afterAll(() => test.close());

const reveal = (who: Caller) => {
  const actor: Actor = { kind: 'staff', accountId: who.accountId, name: '', scopes: [], pools: [] };
  const call = {
    actor,
    by: '网格员',
    unit: null,
    accountId: resident.accountId ?? '',
    reason: '核实位置',
    noun: 'case',
    nounId: newId(),
  };
  return test.app.database.asSystem((db) => revealAccount(db, test.crypto, { ...call, now: test.clock.now() }));
};

describe('revealing who reported', () => {
  it('shows name and phone to the handler, and the reason to the person alone', async () => {
    const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
    const { caseId } = await resident.call(reportCase, { typeCode: '06010', words: '门口一堆垃圾', place });
    const shown = await worker.call(revealReporter, { caseId, reason: '电话核实位置' });
    expect(shown).toMatchObject({ phone: '13912345678' });
    expect((await other.ask(revealReporter, { caseId, reason: '我想知道是谁' })).status).toBe(403);
    expect((await test.nobody.ask(revealReporter, { caseId, reason: '我想知道是谁' })).status).toBe(401);
    expect((await resident.call(listRevealsAboutMe, {})).reveals).toMatchObject([
      { reason: '电话核实位置', noun: 'case', nounId: caseId },
    ]);
    expect((await other.call(listRevealsAboutMe, {})).reveals).toEqual([]);
    expect((await worker.call(listRevealsAboutMe, {})).reveals).toEqual([]);
  });

  it('ends at thirty a day for one person, also when asked all at once, and begins again the next day', async () => {
    const collector = await test.staff('dispatcher', 'street');
    const results = await Promise.allSettled(Array.from({ length: 35 }, () => reveal(collector)));
    expect(results.filter((r) => r.status === 'fulfilled').length).toBe(30);
    await expect(reveal(collector)).rejects.toMatchObject({ code: 'too-many-requests', params: { seconds: 86_400 } });
    await expect(reveal(worker)).resolves.toMatchObject({ phone: '13912345678' });
    test.clock.forward(24 * 60);
    await expect(reveal(collector)).resolves.toMatchObject({ phone: '13912345678' });
  });
});
