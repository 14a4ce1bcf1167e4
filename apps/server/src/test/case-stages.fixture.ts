import * as contract from '@linli/contract';
import type { CaseStage } from './access-rules.fixture.ts';
import type { AreaKey } from './small-street.ts';
import type { Caller, TestApp } from './test-app.ts';

export type Holder = { kind: 'unit'; unitId: string } | { kind: 'post'; postId: string };
interface Sent {
  holder: Holder;
  taker: Caller | null;
}
/** Brings private cases to any stage, always by people other than the one who is tried. */
export interface CaseMaker {
  /** A case at a place; `holder` gets it where it goes further than accepted. `taker` takes it in hand; else the crew does. */
  make(stage: CaseStage, area: AreaKey, sent?: Sent): Promise<string>;
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

  async function make(stage: CaseStage, area: AreaKey, sent?: Sent): Promise<string> {
    const caseId = await begin(stage, area);
    if (stage === 'reported' || stage === 'declined' || stage === 'accepted') return caseId;
    const holder = sent?.holder ?? police;
    await dispatcher.call(contract.dispatchCase, { caseId, to: holder, words: '', ruling: false });
    const taker = sent ? sent.taker : crew;
    if (stage === 'dispatched' || !taker) return caseId;
    await taker.call(contract.takeCase, { caseId });
    if (stage === 'in-hand') return caseId;
    if (stage === 'asked' || stage === 'suspended') {
      await taker.call(contract.askSuspension, { caseId, reason: '等配件' });
      if (stage === 'suspended') await chief.call(contract.decideRequest, { caseId, grant: true, words: '' });
      return caseId;
    }
    await taker.call(contract.handleCase, { caseId, result: 'solved', words: '好了', photos: [photo] });
    const after = await checker.call(contract.getCase, { caseId });
    // Only a sample is checked: drawn again until it comes out as wanted.
    if (stage === 'handled' && after.state === 'closed') return make(stage, area, sent);
    if (stage === 'closed' && after.state === 'handled')
      await checker.call(contract.checkCase, { caseId, pass: true, words: '', photos: [] });
    return caseId;
  }

  /** Reported to the desk, which accepts or declines it. */
  async function begin(stage: CaseStage, area: AreaKey): Promise<string> {
    const place = area === 'street' ? null : { ...test.street.area[area].point, crs: 'wgs84' as const, address: '' };
    const { caseId } = await reporter.call(contract.reportCase, {
      ...{
        typeCode: 'loc-99',
        words: '只有我和办理人知道',
        place,
        areaId: test.street.area[area].id,
        form: {},
        photos: [],
      },
      ...{ urgent: false, anonymous: false, visibility: 'private' as const },
    });
    if (stage === 'declined') await dispatcher.call(contract.declineCase, { caseId, reason: '重复' });
    else if (stage !== 'reported') await dispatcher.call(contract.acceptCase, { caseId });
    return caseId;
  }

  return { make, reporter };
}
