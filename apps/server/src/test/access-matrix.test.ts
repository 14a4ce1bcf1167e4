import { type Operation, operations } from '@linli/contract';
import { type Role, roles } from '@linli/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { onCase, ownInputs, roleInputs, siteInputs } from './access-inputs.fixture.ts';
import type { Rule } from './access-rules.fixture.ts';
import { accessTable } from './access-table.fixture.ts';
import { someHolder, someSigningIn } from './account-inputs.fixture.ts';
import { type CaseMaker, createCaseMaker, type Holder } from './case-stages.fixture.ts';
import { registerInput } from './register-inputs.fixture.ts';
import type { AreaKey } from './small-street.ts';
import { tagInputAt } from './tag-inputs.fixture.ts';
import { type Caller, createTestApp, type TestApp } from './test-app.ts';

/** Places seen from a post over the east: its own, a sibling, what lies above. */
const places = { own: 'east1', sibling: 'west1', above: 'street' } as const satisfies Record<string, AreaKey>;
type Place = keyof typeof places;
const posts = roles.filter((role) => role !== 'resident');
const unitRole = (role: Role) => role === 'unit-lead' || role === 'unit-handler';

let test: TestApp;
let maker: CaseMaker;
let resident: Caller;
/** By role: somebody over the east, and somebody over the whole street. */
let east: ReadonlyMap<Role, Caller>;
let whole: ReadonlyMap<Role, Caller>;
const spare = new Map<string, string>();

beforeAll(async () => {
  test = await createTestApp();
  maker = await createCaseMaker(test);
  resident = await test.resident();
  const each = async (area: AreaKey) => {
    const found = new Map<Role, Caller>();
    for (const role of posts) found.set(role, await test.staff(role, area, unitRole(role) ? 'greening' : undefined));
    return found;
  };
  [east, whole] = [await each('east'), await each('street')];
}, 60_000);
afterAll(() => test.close());

const refused = (status: number) => [401, 403, 404].includes(status);
async function ask(operation: Operation, caller: Caller, input: object): Promise<number> {
  const answer = await caller.ask(operation, input as never); // one table for all operations: each input is written below
  if (answer.status === 400)
    throw new Error(`${operation.name}: the test asks wrongly: ${JSON.stringify(answer.error)}`);
  expect(answer.status).toBeLessThan(500);
  return answer.status;
}

/** A case that waits to be asked for: made once, and again after somebody was let in. */
async function caseAt(rule: Extract<Rule, { by: 'case' }>, place: Place): Promise<string> {
  const key = `${rule.stage}/${place}`;
  const waiting = spare.get(key);
  if (waiting) return waiting;
  const made = await maker.make(rule.stage, places[place]);
  spare.set(key, made);
  return made;
}

async function inputFor(operation: Operation, caseId: string): Promise<object> {
  const more = { ...onCase[operation.name] };
  if (operation.name === 'return-case') return { caseId, reason: '不归我', rightUnitId: test.street.unit.housing.id };
  if (operation.name === 'merge-case')
    return { caseId, intoCaseId: await caseAt({ by: 'case', stage: 'dispatched', area: [] }, placeOf(caseId)) };
  return { caseId, ...more };
}
function placeOf(caseId: string): Place {
  const found = [...spare].find(([, id]) => id === caseId)?.[0].split('/')[1];
  return (found ?? 'own') as Place; // keys are made in caseAt
}

/** Operations at a place. */
async function atPlace(operation: Operation, place: Place): Promise<object> {
  const registers = await registerInput(test, operation.name, places[place]);
  if (registers) return registers;
  const area = test.street.area[places[place]];
  const upper = { own: 'east', sibling: 'west', above: 'street' } as const;
  const parentId = test.street.area[upper[place]].id;
  const ofTags = await tagInputAt(test, operation.name, area);
  if (ofTags) return ofTags;
  const person = { by: 'new', name: '新来的人', login: `new-${newId().slice(-12)}` };
  switch (operation.name) {
    case 'import-case':
      return {
        source: { system: 'old', externalId: newId() },
        typeCode: 'loc-99',
        areaId: area.id,
        words: '旧系统的事',
        reportedAt: '2026-03-10T02:00:00Z',
      };
    case 'save-post':
      return { role: 'grid-worker', areaId: area.id, unitId: null };
    case 'assign-post':
      return { postId: (await someHolder(test, places[place])).postId, person, from: '2026-03-16', until: null };
    case 'grant-sealed':
      return { postId: (await someHolder(test, places[place])).postId, sealed: false };
    case 'reset-password':
      return { accountId: await someSigningIn(test, places[place]), reason: '忘了密码' };
    case 'set-account-active':
      return { accountId: await someSigningIn(test, places[place]), active: false, reason: '手机丢了' };
    case 'set-population':
      return { areaId: area.id, population: 500, source: '七普', year: 2020 };
    case 'end-holding':
      return { holdingId: (await someHolder(test, places[place])).holdingId, until: '2026-03-16' };
    case 'redraw-areas':
      return {
        parentId,
        validFrom: '2026-04-01',
        reason: '改名',
        dryRun: true,
        changes: [{ areaId: childOf[place](), name: '新名' }],
      };
    case 'split-area':
      return {
        areaId: area.id,
        line: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
        validFrom: '2026-04-01',
        names: ['甲', '乙'],
        reason: '太大',
      };
    case 'merge-areas':
      return {
        areaIds: pairs[place].map((key) => test.street.area[key].id),
        name: '合',
        validFrom: '2026-04-01',
        reason: '太小',
      };
    case 'save-area-group':
      return { name: '联合社区', areaIds: pairs[place].map((key) => test.street.area[key].id) };
    case 'save-mediator':
    case 'save-room': {
      // The committee of the place, else a unit of the whole street.
      const unit = test.street.unit[place === 'own' ? 'committee' : 'police'];
      return { ...siteInputs[operation.name], unitId: unit.id };
    }
    case 'register-ask':
      return {
        areaId: area.id,
        unitId: test.street.unit.housing.id,
        way: 'phone',
        words: '请报名单',
        askedOn: '2026-03-16',
      };
    case 'get-screen':
      return { areaId: area.id };
    case 'get-procedure-figures':
      return { areaId: area.id, typeCode: 'hand-down-project', from: '2026-03-01', until: '2026-03-16' };
    case 'list-rising-places':
      return { areaId: area.id, group: 'hand' };
    default:
      return { by: 'area', parentAreaId: area.id, from: '2026-03-01', until: '2026-03-16' };
  }
}
const childOf = {
  own: () => test.street.area.east1.id,
  sibling: () => test.street.area.west1.id,
  above: () => test.street.area.shops.id,
};
const pairs = { own: ['east1', 'east2'], sibling: ['west1', 'west2'], above: ['homes', 'shops'] } as const;

/** Operations on the whole site. */
function onSite({ name }: Operation): object {
  return siteInputs[name] ?? {};
}

interface Tried {
  role: Role | 'nobody';
  place: string;
  allowed: boolean;
}
/** Everything tried with an operation, as the product answered and as the table says. */
async function tryAll(operation: Operation, rule: Rule): Promise<{ answered: Tried[]; expected: Tried[] }> {
  const answered: Tried[] = [];
  const expected: Tried[] = [];
  const note = async (who: { role: Tried['role']; caller: Caller }, place: string, wanted: boolean, input: object) => {
    const status = await ask(operation, who.caller, input);
    answered.push({ role: who.role, place, allowed: !refused(status) });
    expected.push({ role: who.role, place, allowed: wanted });
    return status;
  };
  const nobody = { role: 'nobody' as const, caller: test.nobody };
  const people = [...east].map(([role, caller]) => ({ role, caller }));
  const bosses = [...whole].map(([role, caller]) => ({ role, caller }));
  const stranger = { role: 'resident' as const, caller: resident };
  switch (rule.by) {
    case 'open':
    case 'own': {
      const input = ownInputs[operation.name];
      if (rule.by === 'own' && input !== undefined) await note(nobody, '', false, input);
      else if (rule.by === 'own')
        for (const who of [nobody, stranger, ...people]) await note(who, '', who !== nobody, {});
      break;
    }
    case 'case':
      for (const place of ['own', 'sibling', 'above'] as const) {
        for (const who of [nobody, stranger, ...people]) {
          const caseId = await caseAt(rule, place);
          const status = await note(
            who,
            place,
            place === 'own' && rule.area.includes(who.role as Role),
            await inputFor(operation, caseId),
          ); // 'nobody' is in no list
          if (!refused(status)) spare.clear();
        }
      }
      for (const who of people.filter(({ role }) => rule.holder?.includes(role))) {
        // Sent to the post or unit of whoever is tried, in a place that is otherwise none of theirs.
        const sent = { holder: holderOf(who.role, who.caller), taker: who.caller };
        const caseId = await maker.make(rule.stage, 'west1', sent);
        await note(who, 'sent to me', true, await inputFor(operation, caseId));
      }
      if (rule.reporter)
        await note(
          { role: 'resident', caller: maker.reporter },
          'mine',
          true,
          await inputFor(operation, await caseAt(rule, 'sibling')),
        );
      spare.clear();
      break;
    case 'area':
      for (const place of ['own', 'sibling', 'above'] as const) {
        for (const who of [nobody, stranger, ...people]) {
          const role = who.role as Role; // see above
          const may = rule.everywhere?.includes(role) || (place === 'own' && rule.roles.includes(role));
          await note(who, place, may, await atPlace(operation, place));
        }
      }
      break;
    case 'site':
      for (const who of [nobody, stranger, ...people])
        await note(who, 'part', rule.part?.includes(who.role as Role) ?? false, onSite(operation)); // see above
      for (const who of bosses) await note(who, 'site', rule.roles.includes(who.role), onSite(operation));
      break;
    case 'role':
      for (const who of [nobody, stranger, ...people]) {
        const may = rule.roles.includes(who.role as Role) || (who === stranger && rule.resident === true); // see above
        await note(who, '', may, roleInputs[operation.name]?.(test.street) ?? {});
      }
  }
  return { answered, expected };
}
function holderOf(role: Role, caller: Caller): Holder {
  if (unitRole(role)) return { kind: 'unit', unitId: test.street.unit.greening.id };
  return { kind: 'post', postId: caller.postId ?? '' };
}

describe('access: operation × role × place', () => {
  it('has a rule for every operation', () => {
    expect(Object.keys(accessTable).sort()).toEqual(
      Object.values(operations)
        .map((o) => o.name)
        .sort(),
    );
  });

  it.each(Object.values(operations).map((operation) => [operation.name, operation as Operation] as const))(
    '%s: exactly whom the table names',
    async (name, operation) => {
      const rule = accessTable[name];
      if (!rule) throw new Error(`no rule for ${name}`);
      const { answered, expected } = await tryAll(operation, rule);
      expect(answered).toEqual(expected);
      if (rule.by !== 'open') expect(answered.some((tried) => !tried.allowed)).toBe(true);
    },
  );

  it('sends a case only to posts that can handle it', async () => {
    const dispatcher = await test.staff('dispatcher', 'street');
    const told: Partial<Record<Role, number>> = {};
    for (const [role, caller] of east) {
      const to = holderOf(role, caller);
      const caseId = await maker.make('accepted', 'east1');
      if (to.kind === 'post') told[role] = await ask(operations.dispatchCase, dispatcher, { caseId, to });
    }
    const able = ['grid-worker', 'part-time-grid-worker', 'micro-grid-leader', 'grid-leader', 'committee-secretary'];
    expect(told).toEqual(
      Object.fromEntries(posts.filter((r) => !unitRole(r)).map((r) => [r, able.includes(r) ? 200 : 409])),
    );
  });
});
