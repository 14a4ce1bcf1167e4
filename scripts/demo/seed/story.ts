import type { Random } from '../street/random.ts';
import type { CasePlay } from './case-play.ts';
import type { StoryCast } from './story-cast.ts';
import type { StoryPlan } from './story-plan.ts';
import type { StoryTimes } from './story-times.ts';
import type { World } from './world.ts';

/** Two reports of one thing: the second is told after the first, and merged into it at an instant. */
export interface Twin {
  parentId: string;
  reporterId: string;
  at: Date;
  dispatcherId: string;
}

/** All a chapter of a story needs. Each chapter answers whether the story goes on. */
export interface Story {
  play: CasePlay;
  plan: StoryPlan;
  cast: StoryCast;
  times: StoryTimes;
  world: World;
  random: Random;
  twins: Twin[];
}
