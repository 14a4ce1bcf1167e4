import * as contract from '@linli/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { dumpDatabase } from './dump-database.ts';
import { findReadableSecrets } from './find-readable-secrets.ts';
import { createSecondApp } from './second-app.ts';
import { createTestApp, type TestApp } from './test-app.ts';

/** What a stolen backup and the log of a day at work show of people's numbers: nothing. */
let test: TestApp;
const reporter = '13800001234';
const asking = '13800009999';
const caller = '13911112222';
const late = '13755556666';
let dump: string;

beforeAll(async () => {
  test = await createTestApp();
  const resident = await test.resident(reporter);
  const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '' };
  const photos = [await resident.photo(5)];
  const { caseId } = await resident.call(contract.reportCase, {
    typeCode: '06010',
    words: '楼道里有垃圾',
    place,
    form: {},
    photos,
    urgent: false,
    anonymous: false,
    visibility: 'public',
  });
  await test.nobody.call(contract.requestPhoneCode, { phone: asking });
  const chief = await test.staff('duty-chief', 'street');
  await chief.call(contract.addCaller, {
    caseId,
    name: '周某',
    phone: caller,
    anonymous: false,
    wantsAnswer: true,
  });
  await chief.call(contract.revealReporter, { caseId, reason: '需要上门联系' });
  const { callers } = await chief.call(contract.listCallers, { caseId });
  await chief.call(contract.revealCaller, { caseId, callerId: callers[0]?.id ?? '', reason: '需要回电联系' });
  await test.settle();
  dump = await dumpDatabase(test.app.database);
});
afterAll(() => test.close());

describe('secrecy', () => {
  it('holds in a dump of every table', async () => {
    expect(dump).toContain('public.cases: (');
    expect(dump).toContain('public.credential: (');
    const { rows } = await test.app.database.asSystem((db) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from credential where phone_hash = ${test.crypto.lookupHash(reporter, 'phone')}`.execute(
        db,
      ),
    );
    expect(rows[0]?.n).toBe(1);
    expect(findReadableSecrets(dump, [reporter, asking, caller])).toEqual([]);
  });

  it('holds in the log, also of requests that go wrong', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const second = await createSecondApp(test, { log });
    const headers = { 'x-linli': '1', 'content-type': 'application/json' };
    const send = (name: string, payload: string) =>
      second.http.inject({ method: 'POST', url: `/api/${name}`, headers, payload });
    const requestId = newId();
    await send('request-phone-code', JSON.stringify({ requestId, phone: late }));
    await send('sign-in-by-phone', JSON.stringify({ requestId: newId(), phone: late, code: '000000' }));
    await send('request-phone-code', JSON.stringify({ requestId: late, phone: [late], more: late }));
    await send('request-phone-code', `{"phone": "${late}`);
    await send('no-such-operation', JSON.stringify({ phone: late }));
    await second.close();
    log.info({ canary: 'the log is read' });
    expect(lines.join('')).toContain('the log is read');
    expect(findReadableSecrets(lines.join(''), [late])).toEqual([]);
  });

  it('would be seen broken', async () => {
    await test.app.database.asSystem((db) =>
      sql`update account set name = ${`电话 ${reporter}`} where id = (select account_id from credential where phone_hash = ${test.crypto.lookupHash(reporter, 'phone')})`.execute(
        db,
      ),
    );
    const broken = await dumpDatabase(test.app.database);
    expect(findReadableSecrets(broken, [reporter, asking, caller])).toMatchObject([
      { secret: reporter, shape: 'plain' },
    ]);
  });
});
