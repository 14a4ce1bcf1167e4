import type { Random } from '../street/random.ts';
import { ratingWords, urgeWords } from '../texts/outcome-text.ts';
import { type CasePlay, startPlay } from './case-play.ts';
import type { Report } from './draw-report.ts';
import type { Story, Twin } from './story.ts';
import { castStory } from './story-cast.ts';
import type { StoryPlan } from './story-plan.ts';
import { storyTimes } from './story-times.ts';
import { tellDispatch, tellReception, tellReturns } from './tell-dispatch.ts';
import { tellHandling, tellOnTheSpot } from './tell-handling.ts';
import type { World } from './world.ts';

/** Tells a case from its report until now, or until its plan lets it rest. `merge`: a second report of something known. */
export function tellCase(
  report: Report,
  plan: StoryPlan,
  deps: { world: World; random: Random; twins: Twin[]; merge?: Twin },
): CasePlay {
  const { world, random, twins, merge } = deps;
  const play = startPlay(report, world, plan.onTheSpot ? 'on-the-spot' : 'report');
  const story: Story = {
    play,
    plan,
    cast: castStory(play, world, random, plan.handlerId),
    times: storyTimes(random, plan.hurry),
    world,
    random,
    twins,
  };
  planAsides(story);
  if (merge) tellMerging(story, merge);
  else if (tellBeginning(story)) tellEnding(story);
  play.until(world.now);
  return play;
}

function tellBeginning(story: Story): boolean {
  if (story.plan.onTheSpot) return tellOnTheSpot(story);
  return tellReception(story) && tellDispatch(story) && tellReturns(story) && tellHandling(story);
}

function tellMerging({ play, world, cast }: Story, merge: Twin): void {
  if (!play.until(merge.at)) return;
  const desk = cast.dispatcher(merge.at);
  if (desk && world.now >= merge.at && play.can(desk, 'merge', merge.at))
    play.act(desk, merge.at, { kind: 'merge', data: { parentId: merge.parentId } });
}

/** Rated, or found not solved and begun again; a second time it holds. */
function tellEnding(story: Story): void {
  const { play, plan, cast, times, random } = story;
  const reporter = cast.reporter();
  const closedAt = play.fold.closedAt;
  if (!reporter || !closedAt || plan.stop === 'closed' || play.report.reporterKind === 'worker') return;
  const day = times.later(closedAt, 0.3, 60, 'home');
  if (!play.until(day)) return;
  if (plan.reopens && play.can(reporter, 'reopen', day)) {
    play.act(reporter, day, { kind: 'reopen', data: { reason: ratingWords(random, 1) } });
    const again: Story = { ...story, plan: { ...plan, reopens: false, request: null, late: false } };
    if (play.fold.state === 'accepted' && !tellDispatch(again)) return;
    if (tellHandling(again)) tellEnding(again);
    return;
  }
  if (!plan.rates || !play.can(reporter, 'rate', day)) return;
  const score = drawScore(story);
  const words = random.chance(0.7) ? { words: ratingWords(random, score) } : {};
  play.act(reporter, day, { kind: 'rate', data: { score, ...words } });
}

/** Mostly content; lateness and rework cost stars. */
function drawScore({ play, random }: Story): number {
  const luck = random.next() + (play.fold.reworkCount > 0 ? 0.1 : 0) + (play.fold.clocks.handle?.ranOutAt ? 0.12 : 0);
  if (luck < 0.57) return 5;
  if (luck < 0.85) return 4;
  if (luck < 0.93) return 3;
  return luck < 0.975 ? 2 : 1;
}

/** What others do meanwhile: join, urge, press. Only as long as the case is open. */
function planAsides({ play, plan, cast, times, random }: Story): void {
  const { at } = play.report;
  for (let n = 0; n < plan.joins; n++) {
    play.aside(times.later(at, 0.1, 20, 'home'), (now) => {
      const neighbour = cast.neighbour();
      if (play.report.visibility === 'public' && play.can(neighbour, 'join', now))
        play.act(neighbour, now, { kind: 'join', data: {} });
    });
  }
  for (let n = 0; n < plan.urges; n++) {
    play.aside(times.later(at, 6 + n * 28, 30 + n * 28, 'home'), (now) => {
      const reporter = cast.reporter();
      if (reporter && play.can(reporter, 'urge', now))
        play.act(reporter, now, { kind: 'urge', data: { words: urgeWords(random) } });
    });
  }
  if (!plan.supervised) return;
  play.aside(times.later(at, 10, 80, 'office'), (now) => {
    const commander = cast.commander(now);
    if (commander && play.can(commander, 'supervise', now))
      play.act(commander, now, { kind: 'supervise', data: { words: '请今天内给出进展。' } });
  });
}
