import { actOnRights, changeFields, getRights, getSubject, linkAccount, requestOwnCode } from '@linli/contract';
import { buildHome, inventNumber, settle } from '../../test/register-scene.fixture.ts';
import type { Caller, TestApp } from '../../test/test-app.ts';
import { createTestApp } from '../../test/test-app.ts';

export interface Person {
  me: Caller;
  subjectId: string;
  phone: string;
  number: string;
}

export interface PrivacyScene {
  test: TestApp;
  keeper: Caller;
  desk: Caller;
  otherDesk: Caller;
  /** Somebody of the register with an account of their own. */
  person(born?: string): Promise<Person>;
  revisionOf(subjectId: string): Promise<number>;
  codeFor(me: Caller): Promise<string>;
  /** The desk's steps in turn. */
  atDesk(rightsId: string, ...acts: Record<string, unknown>[]): Promise<void>;
}

/** From asked to accepted. */
export const accept = [{ act: 'register' }, { act: 'verify' }, { act: 'accept' }];

/** A street with a home in the east, its keeper, and two people at the desk. */
export async function createPrivacyScene(): Promise<PrivacyScene> {
  const test = await createTestApp();
  const keeper = await test.staff('committee-secretary', 'east');
  const desk = await test.staff('security-admin', 'street');
  const otherDesk = await test.staff('security-admin', 'street');
  const { homeId } = await buildHome(test, keeper, 'east1');
  let serial = 20;
  async function person(born = '1950-05-05'): Promise<Person> {
    serial += 1;
    const phone = `138000${String(10_000 + serial)}`;
    const { personId } = await settle(keeper, homeId, { name: '陈安然', born, serial, phone, on: '2026-01-05' });
    await keeper.call(changeFields, {
      subjectId: personId,
      revision: await revisionOf(personId),
      fields: [
        { code: 'sex', value: '2' },
        { code: 'wantsVolunteer', value: true },
      ],
    });
    const me = await test.resident(phone);
    await keeper.call(linkAccount, { subjectId: personId, phone, role: 'self', proof: '窗口核对证件' });
    return { me, subjectId: personId, phone, number: inventNumber(born, serial) };
  }

  async function revisionOf(subjectId: string): Promise<number> {
    return (await keeper.call(getSubject, { subjectId })).subject.revision;
  }

  async function codeFor(me: Caller): Promise<string> {
    test.clock.forward(2);
    return (await me.call(requestOwnCode, {})).demoCode ?? '';
  }

  async function atDesk(rightsId: string, ...acts: Record<string, unknown>[]): Promise<void> {
    for (const act of acts) {
      const { revision } = await desk.call(getRights, { rightsId });
      await desk.call(actOnRights, { rightsId, revision, ...act } as never); // the acts of these tests are whole
    }
  }
  return { test, keeper, desk, otherDesk, person, revisionOf, codeFor, atDesk };
}
