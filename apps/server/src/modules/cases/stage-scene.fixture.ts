import * as contract from '@linli/contract';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';
import { importStagePack } from './stage-pack.fixture.ts';

/** The small street with the stage pack, its people, and the steps its tests begin with. */
export interface StageScene {
  test: TestApp;
  secretary: Caller;
  chief: Caller;
  chief2: Caller;
  dispatcher: Caller;
  greening: Caller;
  housing: Caller;
  police: Caller;
  resident: Caller;
  photo: string;
  unit(key: 'greening' | 'housing' | 'police'): string;
  detail(caseId: string, by?: Caller): ReturnType<typeof detailOf>;
  /** Answers the case's id. */
  report(typeCode: string, by?: Caller, more?: object): Promise<string>;
  /** A summons in the hands of the greening office, at its first stage. */
  summoned(): Promise<string>;
  sign(caseId: string, by?: Caller): ReturnType<typeof signAs>;
  /** A task force of three, led by the greening office. */
  force(caseId: string): Promise<contract.CaseAfterView>;
  /** A summons whose meeting has been held. */
  met(more?: object): Promise<string>;
}

const detailOf = (caseId: string, by: Caller) => by.call(contract.getCase, { caseId });
const signAs = (caseId: string, by: Caller) =>
  by.ask(contract.advanceCase, { caseId, stage: 'sign-in', outcome: 'signed' });

/** Opens it; the caller closes `test`. */
export async function openStageScene(): Promise<StageScene> {
  const test = await createTestApp();
  await importStagePack(test);
  const secretary = await test.staff('committee-secretary', 'east');
  const greening = await test.staff('unit-handler', 'street', 'greening');
  const photo = await greening.photo(9);
  const unit = (key: 'greening' | 'housing' | 'police') => test.street.unit[key].id;

  async function report(typeCode: string, by: Caller = secretary, more: object = {}): Promise<string> {
    const place = { ...test.street.area.east1.point, crs: 'wgs84' as const, address: '东园路1弄2号' };
    const told = await by.call(contract.reportCase, { typeCode, words: '小区停车乱，消防通道被占', place, ...more });
    return told.caseId;
  }

  async function summoned(): Promise<string> {
    const caseId = await report('t-summons');
    await greening.call(contract.takeCase, { caseId });
    return caseId;
  }

  async function met(more: object = {}): Promise<string> {
    const caseId = await summoned();
    await signAs(caseId, greening);
    await greening.call(contract.advanceCase, {
      caseId,
      stage: 'meet',
      outcome: 'agreed',
      form: { minutes: '议定画线', host: '老张' },
      words: '内部意见',
      photos: [photo],
      ...more,
    });
    return caseId;
  }

  return {
    test,
    secretary,
    chief: await test.staff('duty-chief', 'street'),
    chief2: await test.staff('duty-chief', 'street'),
    dispatcher: await test.staff('dispatcher', 'street'),
    greening,
    housing: await test.staff('unit-handler', 'street', 'housing'),
    police: await test.staff('unit-handler', 'street', 'police'),
    resident: await test.resident(),
    photo,
    unit,
    detail: (caseId, by = greening) => detailOf(caseId, by),
    report,
    summoned,
    sign: (caseId, by = greening) => signAs(caseId, by),
    force: (caseId) =>
      greening.call(contract.splitCase, {
        caseId,
        parts: [
          { unitId: unit('greening'), lead: true },
          { unitId: unit('housing'), lead: false, words: '查产权' },
          { unitId: unit('police'), lead: false },
        ],
      }),
    met,
  };
}
