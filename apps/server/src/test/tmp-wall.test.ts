import * as contract from '@linli/contract';
import { anonymousActor } from '@linli/domain';
import { sql } from 'kysely';
import { it } from 'vitest';
import { createTestApp } from './test-app.ts';
it('x', async () => {
  const test = await createTestApp();
  const r = await test.resident();
  const { caseId } = await r.call(contract.reportCase, { typeCode: '06010', words: '公开', place: { ...test.street.area.east1.point, crs: 'wgs84', address: '' }, form: {}, photos: [], urgent: false, anonymous: false });
  const d = await test.app.database.as(anonymousActor, (db) => sql`delete from case_action where case_id = ${caseId}`.execute(db));
  console.log('REMOVED', d.numAffectedRows);
  await test.close();
});
