import type { Actor } from '@linli/domain';
import { extensionReason, suspensionReason } from '../texts/outcome-text.ts';
import type { Story } from './story.ts';

const refusals = ['理由不充分，请按期办结。', '已过半程，先办能办的部分。'];
const voidReasons = ['反映人来电撤回，问题已自行解决。', '重复登记，原件已办结。', '测试单，误报。'];

/** More time or standing still, asked and decided by the duty chief; true when the handler goes on working. */
export function tellRequest(story: Story, handler: Actor): boolean {
  const { play, plan, times, cast, random } = story;
  const kind = wantedRequest(story);
  if (!kind || (play.fold.round > 1 && plan.stop === null)) return true;
  const at = times.before(play.fold.lastAt, play.fold.clocks.handle?.dueAt, 'office');
  const ask = kind === 'extension' ? 'ask-extension' : 'ask-suspension';
  if (!play.until(at)) return false;
  if (!play.can(handler, ask, at)) return plan.stop === null;
  if (ask === 'ask-extension') play.act(handler, at, { kind: ask, data: extensionOf(story) });
  else play.act(handler, at, { kind: ask, data: { reason: suspensionReason(random) } });
  if (plan.stop === 'extension-asked' || plan.stop === 'suspension-asked') return false;
  const decidedAt = times.later(at, 0.3, 7, 'office');
  const chief = cast.chief(decidedAt);
  if (!play.until(decidedAt) || !chief || !play.can(chief, 'grant', decidedAt)) return false;
  const granted = plan.granted || plan.stop === 'suspended';
  if (granted) play.act(chief, decidedAt, { kind: 'grant', data: {} });
  else play.act(chief, decidedAt, { kind: 'refuse', data: { reason: random.pick(refusals) } });
  return play.fold.state !== 'suspended' || tellResuming(story, handler);
}

function wantedRequest({ plan, play }: Story): 'extension' | 'suspension' | null {
  const countsDays = play.report.type.definition.deadlines.handle?.unit === 'work-day';
  if (plan.request === 'extension' && !countsDays) return null;
  if (plan.stop === 'extension-asked') return 'extension';
  if (plan.stop === 'suspension-asked' || plan.stop === 'suspended') return 'suspension';
  return plan.stop === null ? plan.request : null;
}

function tellResuming({ play, plan, times }: Story, handler: Actor): boolean {
  if (plan.stop === 'suspended') return false;
  const at = times.later(play.fold.lastAt, 40, 190, 'office');
  if (!play.until(at) || !play.can(handler, 'resume', at)) return false;
  play.act(handler, at, { kind: 'resume', data: { note: '条件已具备，恢复处置。' } });
  return true;
}

/** As many working days as the words say, never more than the law of the type allows. */
function extensionOf({ play, random }: Story): { reason: string; amount: number } {
  const words = extensionReason(random);
  const wanted = Number(/(\d+)个工作日/.exec(words)?.[1] ?? 1);
  const amount = Math.min(wanted, play.report.type.definition.deadlines.handle?.value ?? 1);
  return { reason: words.replace(/\d+个工作日/, `${amount}个工作日`), amount };
}

/** To be struck: one asks, another decides. */
export function tellVoid({ play, plan, times, cast, random }: Story): boolean {
  const at = times.later(play.fold.lastAt, 0.2, 12, 'office');
  const desk = cast.dispatcher(at);
  if (!desk || !play.until(at) || !play.can(desk, 'ask-void', at)) return false;
  play.act(desk, at, { kind: 'ask-void', data: { reason: random.pick(voidReasons) } });
  if (plan.stop === 'void-asked') return false;
  const decidedAt = times.later(at, 0.2, 5, 'office');
  const chief = cast.chief(decidedAt);
  if (chief && play.until(decidedAt) && play.can(chief, 'grant', decidedAt))
    play.act(chief, decidedAt, { kind: 'grant', data: {} });
  return false;
}
