import * as contract from '@linli/contract';
import type { CaseStage } from './access-table.fixture.ts';
import type { AreaKey } from './small-street.ts';
import type { Caller, TestApp } from './test-app.ts';

export type Holder = { kind: 'unit'; unitId: string } | { kind: 'post'; postId: string };
/** Brings private cases to any stage, always by people other than the one who is tried. */
export interface CaseMaker {
  /** A case at a place; `holder` gets it where it goes further than accepted. `taker` takes it in hand; else the crew does. */
  make(stage: CaseStage, area: AreaKey, sent?: { holder: Holder; taker: Caller | null }): Promise<string>;
  reporter: Caller;
}

export async function createCaseMaker(test: TestApp): Promise<CaseMaker> {
  const reporter = await test.resident();
  const dispatcher = await test.staff('dispatcher', 'street');
  const chief = await test.staff('duty-chief', 'street');
  const checker = await test.staff('checker', 'street');
  const crew = await test.staff('unit-handler', 'street', 'police');
  const police: Holder = { kind: 'unit', unitId: test.street.unit.police.id };
  const photo = await crew.photo(7);

  async function make(
    stage: CaseStage,
    area: AreaKey,
    sent?: { holder: Holder; taker: Caller | null },
  ): Promise<string> {
    const place = area === 'street' ? null : { ...test.street.area[area].point, crs: 'wgs84' as const, address: '' };
    const { caseId, state } = await reporter.call(contract.reportCase, {
      ...{
        typeCode: '06010',
        words: '只有我和办理人知道',
        place,
        areaId: test.street.area[area].id,
        form: {},
        photos: [],
      },
      ...{ urgent: false, anonymous: false, visibility: 'private' as const },
    });
    const decline = () => dispatcher.call(contract.declineCase, { caseId, reason: '重复' });
    if (state === 'dispatched') await returnToDesk(caseId);
    if (stage === 'accepted') return caseId;
    if (stage === 'declined' || stage === 'reported') {
      await decline();
      if (stage === 'reported') await reporter.call(contract.objectToDecline, { caseId, words: '不重复' });
      return caseId;
    }
    const holder = sent?.holder ?? police;
    await dispatcher.call(contract.dispatchCase, { caseId, to: holder, words: '', ruling: false });
    if (stage === 'dispatched') return caseId;
    const taker = sent ? sent.taker : crew;
    if (!taker) return caseId;
    await taker.call(contract.takeCase, { caseId });
    if (stage === 'in-hand') return caseId;
    if (stage === 'asked' || stage === 'suspended') {
      await taker.call(contract.askSuspension, { caseId, reason: '等配件' });
      if (stage === 'suspended') await chief.call(contract.decideRequest, { caseId, grant: true, words: '' });
      return caseId;
    }
    await taker.call(contract.handleCase, { caseId, result: 'solved', words: '好了', photos: [photo] });
    const after = await checker.call(contract.getCase, { caseId });
    if (stage === 'closed' && after.state === 'handled')
      await checker.call(contract.checkCase, { caseId, pass: true, words: '', photos: [] });
    return caseId;
  }

  /** The rules may have found somebody at once: whoever it is sends it back. */
  async function returnToDesk(caseId: string): Promise<void> {
    const { holder } = await checker.call(contract.getCase, { caseId });
    throw new Error(`the street of this test has nobody at its micro-grids, yet ${holder?.name} got the case`);
  }

  return { make, reporter };
}
