import { type Actor, type CaseResult, isOpen } from '@linli/domain';
import { checkRemark, unsolvedResult } from '../texts/outcome-text.ts';
import type { Story } from './story.ts';
import type { Hours } from './story-times.ts';
import { tellTwin } from './tell-dispatch.ts';
import { tellRequest, tellVoid } from './tell-requests.ts';

/** Taken, worked on, handled, checked; a failed check sends it round once more. */
export function tellHandling(story: Story): boolean {
  const { play, plan, cast } = story;
  if (plan.stop === 'dispatched') return false;
  const desk = cast.dispatcher(play.fold.lastAt);
  if (desk && play.fold.round === 1) tellTwin(story, desk);
  if (plan.ending === 'void' || plan.stop === 'void-asked') return tellVoid(story);
  const handler = tellTaking(story);
  if (!handler || plan.stop === 'in-hand') return false;
  if (!tellRequest(story, handler)) return false;
  if (!tellResult(story, handler) || plan.stop === 'handled') return false;
  if (!tellCheck(story, plan.rework || plan.stop === 'rework' ? 'failed' : 'passed')) return false;
  if (play.fold.state !== 'in-hand') return play.fold.state === 'closed';
  if (plan.stop === 'rework') return false;
  return tellResult({ ...story, plan: { ...plan, late: false } }, handler) && tellCheck(story, 'passed');
}

/** Reported and solved by the same worker in one go; a sample is checked by somebody else. */
export function tellOnTheSpot(story: Story): boolean {
  const { play } = story;
  play.act(play.report.actor, play.report.at, { kind: 'handle', data: handlingData(story, 'solved') });
  return play.fold.state === 'closed' || tellCheck(story, 'passed');
}

/** Repairs go on into the evening; answers and raised hands keep office hours. */
function hoursOf({ play }: Story): Hours {
  const { group } = play.report.type.definition;
  if (group === 'repair') return 'home';
  return group === 'voice' || group.startsWith('hand') ? 'office' : 'field';
}

function tellTaking(story: Story): Actor | null {
  const { play, cast, times, plan, random } = story;
  const from = play.fold.lastAt;
  const at = times.before(from, play.fold.clocks.take?.dueAt, hoursOf(story));
  const handler = cast.handler(at);
  if (!play.until(at) || !handler || !play.can(handler, 'take', at)) return null;
  play.act(handler, at, { kind: 'take', data: {} });
  if (!plan.contacts || !play.report.reporterId || play.fold.contactedAt !== null) return handler;
  const callAt = times.before(at, play.fold.clocks['first-contact']?.dueAt, hoursOf(story));
  if (plan.stop === 'in-hand' && callAt > story.world.now) return handler;
  if (!play.until(callAt)) return null;
  if (!play.can(handler, 'contact', callAt)) return handler;
  const reached = random.chance(0.88);
  play.act(handler, callAt, {
    kind: 'contact',
    data: { reached, channel: 'phone', words: reached ? '已说明处理时间。' : '两次无人接听，短信已发。' },
  });
  return handler;
}

function tellResult(story: Story, handler: Actor): boolean {
  const { play, plan, times, random } = story;
  const due = play.fold.clocks.handle?.dueAt;
  const from = play.fold.lastAt;
  const at = plan.late && due && due > from ? times.late(due, hoursOf(story)) : times.before(from, due, hoursOf(story));
  for (const item of play.report.type.definition.checklist.slice(0, 2)) {
    const tickAt = new Date(from.getTime() + (at.getTime() - from.getTime()) * random.between(0.2, 0.9));
    if (!play.until(tickAt) || tickAt < play.fold.lastAt || !play.can(handler, 'tick', tickAt)) break;
    play.act(handler, tickAt, { kind: 'tick', data: { key: item.key, done: true } });
  }
  if (!play.until(at) || !play.can(handler, 'handle', at)) return false;
  play.act(handler, at, { kind: 'handle', data: handlingData(story, drawResult(story)) });
  return true;
}

function handlingData({ play, random }: Story, result: CaseResult) {
  const { checking, checklist, evidence } = play.report.type.definition;
  const usual = random.chance(0.5) ? 1 : 0;
  const isVoice = play.report.type.definition.group === 'voice';
  return {
    result,
    words: result === 'solved' || isVoice ? play.report.words.result(random) : unsolvedResult(random, result),
    photos: Math.max(evidence.handle, usual),
    ticked: checklist
      .filter((item) => item.kind === 'standard' && !play.fold.ticked.includes(item.key))
      .map((item) => item.key),
    sampled: random.chance(checking.samplePercent / 100),
  };
}

function drawResult({ play, random }: Story): CaseResult {
  if (play.report.type.definition.group === 'voice') return 'explained';
  // What is dangerous is made safe, whoever owns it.
  if (random.chance(0.9) || play.report.type.definition.code === 'hand-up-urgent') return 'solved';
  return random.pick(['explained', 'partly', 'not-possible'] as const);
}

function tellCheck(story: Story, outcome: 'passed' | 'failed'): boolean {
  const { play, cast, times, random } = story;
  if (play.fold.state !== 'handled') return play.fold.state === 'closed';
  const byReporter = play.report.type.definition.checking.mode === 'reporter';
  const at = times.before(play.fold.lastAt, play.fold.clocks.check?.dueAt, byReporter ? 'home' : 'office');
  // Some reporters say nothing; the deadline then answers for them.
  const checker = byReporter && random.chance(0.6) ? cast.reporter() : cast.checker(at);
  const silent = byReporter && random.chance(0.35);
  if (silent || !checker) return waitForSilence(story);
  if (!play.until(at)) return false;
  if (!isOpen(play.fold.state)) return true;
  const kind = outcome === 'passed' ? 'check-pass' : 'check-fail';
  if (!play.can(checker, kind, at)) return waitForSilence(story);
  const words = checkRemark(random, outcome);
  if (kind === 'check-pass') play.act(checker, at, { kind, data: { note: words, photos: 0 } });
  else play.act(checker, at, { kind, data: { reason: words, photos: random.chance(0.5) ? 1 : 0 } });
  return true;
}

/** Nobody says anything until the deadline; with reporters that counts as agreement. */
function waitForSilence({ play, world }: Story): boolean {
  const due = play.fold.clocks.check?.dueAt;
  play.until(due && due < world.now ? due : world.now);
  return play.fold.state === 'closed';
}
