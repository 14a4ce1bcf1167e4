import { type Actor, type CaseTarget, chooseTarget, dayOf } from '@linli/domain';
import { caseTarget, dispatchFacts } from '../../../apps/server/src/modules/cases/new-case.ts';
import { returnReason } from '../texts/outcome-text.ts';
import type { Story } from './story.ts';

const declineReasons = [
  '不属于街道受理范围，已告知可拨打的服务热线。',
  '描述的地点找不到，电话联系不上，请补充后再报。',
  '属于住户之间的约定，建议先到居委会调解室谈一谈。',
  '同一件事三天前已答复，没有新的情况。',
  '属于相邻街道管理，已帮您转过去。',
];
const outsideRefusal = { reason: '不在准入清单内，依规不予承接。', reasonCode: 'outside-list' };
const objections = ['地点我写得很清楚，请再看一下。', '不是同一件事，这次在另一个门口。'];

/** The desk reads what its type wants to be read first. */
export function tellReception(story: Story): boolean {
  const { play, plan, cast, times, random } = story;
  if (play.fold.state !== 'reported') return true;
  if (plan.stop === 'reported') return false;
  const at = times.before(play.fold.lastAt, play.fold.clocks.accept?.dueAt, 'office');
  const desk = cast.dispatcher(at);
  if (!play.until(at) || !desk) return false;
  if (plan.ending === 'declined' && play.can(desk, 'decline', at)) {
    play.act(desk, at, { kind: 'decline', data: { reason: random.pick(declineReasons) } });
    const objectAt = times.later(at, 1, 30, 'home');
    const reporter = cast.reporter();
    if (!plan.objects || !reporter || !play.until(objectAt) || !play.can(reporter, 'object', objectAt)) return false;
    play.act(reporter, objectAt, { kind: 'object', data: { reason: random.pick(objections) } });
    return tellReception({ ...story, plan: { ...plan, ending: 'closed' } });
  }
  play.act(desk, at, { kind: 'accept', data: {} });
  return true;
}

/** The dispatcher sends it where the rules say, or to the grid worker where they leave it to the desk. */
export function tellDispatch(story: Story): boolean {
  const { play, plan, cast, times } = story;
  if (play.fold.state !== 'accepted') return true;
  if (plan.stop === 'accepted') return false;
  const at = times.before(play.fold.lastAt, play.fold.clocks.dispatch?.dueAt, 'office');
  const desk = cast.dispatcher(at);
  if (!play.until(at) || !desk) return false;
  if (isOutsideList(story, at) && play.can(desk, 'decline', at)) {
    play.act(desk, at, { kind: 'decline', data: outsideRefusal });
    return false;
  }
  const found = findTarget(story, at);
  if (!found) return false;
  play.act(desk, at, { kind: 'dispatch', data: { target: found.target }, unitKind: found.unitKind });
  return true;
}

/** A department asks what is not on the admitted list: the rule leaves it to the desk, which refuses it. */
function isOutsideList({ play }: Story, at: Date): boolean {
  const { type, located, place, form, channel, urgent } = play.report;
  const facts = dispatchFacts({ form, located, place, channel, urgent, now: at });
  return chooseTarget(type.definition.dispatch, facts).ruleKey === outsideRefusal.reasonCode;
}

/** Sent back with the right unit named, once or twice; after the second time the duty chief rules. */
export function tellReturns(story: Story): boolean {
  const { play, plan, times, random, world } = story;
  const wanted = wantedReturns(story);
  for (let n = 1; n <= wanted; n++) {
    const from = play.fold.lastAt;
    const at = times.before(from, play.fold.returnUntil, 'field');
    const handler = story.cast.handler(at);
    const rightUnit = story.cast.otherUnitId();
    if (!handler || !rightUnit || !play.can(handler, 'return', at)) return true;
    if (!play.until(at)) return false;
    if (!play.can(handler, 'return', at)) return true;
    const rightName = world.directory.units.get(rightUnit)?.name ?? '';
    play.act(handler, at, { kind: 'return', data: { reason: returnReason(random, rightName), rightUnit } });
    if (plan.stop === 'returned' || (plan.stop === 'returned-twice' && n === 2)) return false;
    const againAt = times.before(at, play.fold.clocks.dispatch?.dueAt, 'office');
    const ruling = n === 2;
    const desk = ruling ? story.cast.chief(againAt) : story.cast.dispatcher(againAt);
    if (!play.until(againAt) || !desk) return false;
    const target: CaseTarget = plan.afterReturn ?? { kind: 'unit', unitId: rightUnit };
    const held = target.postId === undefined || world.directory.holders(target.postId, dayOf(againAt)).length > 0;
    play.act(desk, againAt, {
      kind: 'dispatch',
      data: { target: held ? target : { kind: 'unit', unitId: rightUnit }, ...(ruling ? { ruling } : {}) },
    });
  }
  return true;
}

function wantedReturns({ plan, play }: Story): number {
  if (play.fold.target?.kind === 'pool') return 0;
  // A hand names whom it asks: who answers it is that one, unless it lies at the desk.
  const isHand = play.report.type.definition.group.startsWith('hand');
  if (isHand && !plan.afterReturn && !plan.stop?.startsWith('returned')) return 0;
  if (plan.stop === 'returned-twice') return 2;
  return plan.stop === 'returned' ? Math.max(1, plan.returns) : plan.returns;
}

/** The target of the type's own rules at this place; where they name nobody, the grid worker or the committee of the place. */
function findTarget({ play, world }: Story, at: Date): { target: CaseTarget; unitKind: string | null } | null {
  const { type, located, place, form, channel, urgent } = play.report;
  const { directory } = world;
  const where = { siteId: located.siteId, path: located.path };
  const { target, ruleKey } = chooseTarget(
    type.definition.dispatch,
    dispatchFacts({ form, located, place, channel, urgent, now: at }),
  );
  const found = directory.resolve(target, where, dayOf(at));
  if (found && found.kind !== 'desk') return { target: caseTarget(found, ruleKey), unitKind: found.unitKind };
  const byHand =
    directory.resolve({ to: 'unit', unitKind: 'committee' }, where, dayOf(at)) ??
    directory.resolve({ to: 'unit', unitKind: 'station' }, where, dayOf(at));
  return byHand ? { target: caseTarget(byHand, null), unitKind: null } : null;
}

/** Somebody else reports the same: the desk merges it and the second reporter joins this one. */
export function tellTwin({ play, plan, cast, twins, world }: Story, desk: Actor): void {
  // Raised hands are between offices: no resident reports them a second time.
  const isHand = play.report.type.definition.group.startsWith('hand');
  if (isHand || (!plan.twin && plan.twinReporterId === null)) return;
  const at = new Date(play.fold.lastAt.getTime() + 40 * 60_000);
  const reporterId = plan.twinReporterId ?? cast.neighbour().accountId;
  const dispatcherId = desk.accountId;
  if (!reporterId || !dispatcherId || at > world.now) return;
  play.aside(at, (now) => {
    if (play.fold.reporterIds.includes(reporterId) || !play.can(desk, 'join', now)) return;
    play.act(desk, now, { kind: 'join', data: { reporterId } });
    twins.push({ parentId: play.report.id, reporterId, at: now, dispatcherId });
  });
}
