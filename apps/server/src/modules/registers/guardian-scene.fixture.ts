import { listMySubjects, setGuardian } from '@linli/contract';
import { buildHome, inventNumber, settle } from '../../test/register-scene.fixture.ts';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

export const asParent = {
  relation: 'parent',
  paper: 'birth-certificate',
  proof: '出示出生医学证明',
  since: '2018-01-01',
} as const;

export type GuardianScene = Awaited<ReturnType<typeof createGuardianScene>>;

/** A home in the east with its keeper, and another keeper in the west. */
export async function createGuardianScene() {
  const test: TestApp = await createTestApp();
  const keeper = await test.staff('committee-secretary', 'east');
  const west = await test.staff('committee-secretary', 'west');
  const { homeId } = await buildHome(test, keeper, 'east1');
  let serial = 100;
  async function enter(name: string, born: string, phone?: string): Promise<string> {
    serial += 1;
    const made = await settle(keeper, homeId, { name, born, serial, ...(phone === undefined ? {} : { phone }) });
    return made.personId;
  }
  return {
    test,
    keeper,
    west,
    homeId,
    enter,
    /** The number on the paper of whoever was entered last. */
    lastNumber: (born: string) => inventNumber(born, serial),
    parent: (phone?: string) => enter('陈家长', '1988-02-02', phone),
    set: (wardId: string, guardianId: string, more: object = {}, by = keeper) =>
      by.ask(setGuardian, { wardId, guardianId, ...asParent, ...more }),
    /** `self …` or `guardian …` for each person an account reads. */
    mine: async (caller: Caller) =>
      (await caller.call(listMySubjects, {})).subjects.map(({ subject, role }) => `${role} ${subject.id}`),
  };
}
