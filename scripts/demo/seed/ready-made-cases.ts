import { type CaseTarget, chooseTarget, dayOf, isWithin } from '@linli/domain';
import { dispatchFacts } from '../../../apps/server/src/modules/cases/new-case.ts';
import type { Target } from '../../../apps/server/src/modules/org/index.ts';
import type { Random } from '../street/random.ts';
import type { Report, ReportWish } from './draw-report.ts';
import { plainPlan, type StoryPlan, type StoryStop } from './story-plan.ts';
import type { MicroGrid, World } from './world.ts';

export interface ReadyMadeCase {
  wish: ReportWish;
  plan: StoryPlan;
  /** Whether a drawn report can carry the story. */
  fits(report: Report): boolean;
}

interface Line {
  code: string;
  hoursAgo: number;
  stop?: StoryStop;
  plan?: Partial<StoryPlan>;
  /** The form as a whole, where the story hangs on it. */
  form?: Record<string, string | number>;
}

const hourMs = 3_600_000;
const always = () => true;

/** What the ready-made people find when they sign in: every kind of work waiting, at every age. */
export function listReadyMadeCases(world: World, random: Random): ReadyMadeCase[] {
  return [
    ...ofResident(world, random),
    ...ofWorker(world, random),
    ...ofFirm(world, random),
    ...ofOffice(world, random),
  ];
}

const residentLines: readonly Line[] = [
  { code: 'loc-99', hoursAgo: 1.2, stop: 'reported' },
  { code: 'loc-99', hoursAgo: 4.5, stop: 'accepted' },
  { code: '06010', hoursAgo: 0.7, stop: 'dispatched' },
  { code: 'loc-03', hoursAgo: 27, stop: 'in-hand' },
  { code: '06013', hoursAgo: 98, stop: 'suspended' },
  { code: '09012', hoursAgo: 22, stop: 'handled' },
  { code: 'rep-01', hoursAgo: 31, stop: 'handled' },
  { code: '06042', hoursAgo: 52, stop: 'closed' },
  { code: '01037', hoursAgo: 190 },
  { code: '06028', hoursAgo: 330, plan: { rework: true } },
  { code: 'loc-99', hoursAgo: 260, plan: { ending: 'declined' } },
];

function ofResident(world: World, random: Random): ReadyMadeCase[] {
  const reporterId = world.readyMade.get('01-resident');
  const home = gridsOf(world, '02-grid-worker')[0];
  if (!reporterId || !home) return [];
  const own = residentLines.flatMap((line) => readyMade(world, line, { microGrid: home, reporterId }, always));
  const parent = readyMade(
    world,
    { code: '09010', hoursAgo: 76, plan: { twinReporterId: reporterId } },
    { microGrid: home, reporterId: random.pick(world.residents) },
    always,
  );
  return [...own, ...parent];
}

const workerLines: readonly Line[] = [
  { code: '09010', hoursAgo: 0.3, stop: 'dispatched' },
  { code: 'loc-04', hoursAgo: 1.1, stop: 'dispatched' },
  { code: '09001', hoursAgo: 3, stop: 'in-hand', plan: { urges: 1 } },
  { code: '09005', hoursAgo: 27, stop: 'in-hand' },
  { code: '07001', hoursAgo: 20, stop: 'in-hand' },
  { code: '06010', hoursAgo: 46, stop: 'in-hand', plan: { supervised: true, joins: 2 } },
  { code: 'loc-99', hoursAgo: 30, stop: 'in-hand', plan: { joins: 1 } },
  { code: '06028', hoursAgo: 7, stop: 'dispatched' },
  { code: 'loc-04', hoursAgo: 21, stop: 'rework' },
];

function ofWorker(world: World, random: Random): ReadyMadeCase[] {
  const workerId = world.readyMade.get('02-grid-worker');
  const grids = gridsOf(world, '02-grid-worker');
  if (!workerId || grids.length === 0) return [];
  const posts = world.directory.reachOf(workerId, dayOf(world.now)).scopes.map((scope) => scope.postId);
  const isMine = (report: Report) => !report.urgent && posts.includes(targetOf(world, report)?.postId ?? '');
  const tasks = workerLines.flatMap((line, n) => {
    const microGrid = grids[n % grids.length];
    const plan = { ...line.plan, handlerId: workerId };
    return microGrid
      ? readyMade(world, { ...line, plan }, { microGrid, reporterId: random.pick(world.residents) }, isMine)
      : [];
  });
  // One came back from a unit and lies with him now.
  const postId = posts[0];
  const afterReturn: CaseTarget | null = postId ? { kind: 'post', postId } : null;
  const returned: Line = { code: '06017', hoursAgo: 9, stop: 'dispatched', plan: { returns: 1, afterReturn } };
  const isUnits = (report: Report) => targetOf(world, report)?.kind === 'unit';
  const back = grids[0]
    ? readyMade(world, returned, { microGrid: grids[0], reporterId: random.pick(world.residents) }, isUnits)
    : [];
  return [...tasks, ...back];
}

const firmLines: readonly Line[] = [
  { code: 'rep-01', hoursAgo: 0.4, stop: 'dispatched' },
  { code: 'rep-04', hoursAgo: 1.4, stop: 'dispatched' },
  { code: 'rep-03', hoursAgo: 2.6, stop: 'dispatched' },
  { code: 'rep-05', hoursAgo: 6, stop: 'dispatched' },
  { code: 'rep-01', hoursAgo: 15, stop: 'in-hand' },
  { code: 'rep-03', hoursAgo: 40, stop: 'in-hand' },
  { code: 'rep-04', hoursAgo: 30, stop: 'in-hand', plan: { urges: 1 } },
];

function ofFirm(world: World, random: Random): ReadyMadeCase[] {
  const handlerId = world.readyMade.get('03-unit-handler');
  if (!handlerId) return [];
  const paths = world.directory.reachOf(handlerId, dayOf(world.now)).pools.map((pool) => pool.path);
  const served = world.microGrids.filter((m) => m.isResidential && paths.some((path) => isWithin(m.path, path)));
  if (served.length === 0) return [];
  const isPool = (report: Report) => targetOf(world, report)?.kind === 'pool';
  return firmLines.flatMap((line) =>
    readyMade(
      world,
      { ...line, plan: { ...line.plan, handlerId } },
      { microGrid: random.pick(served), reporterId: random.pick(world.residents) },
      isPool,
    ),
  );
}

const outsideList = { ask: 'visit', basis: 'approved', item: 'outside', hours: 20 };

const officeLines: readonly Line[] = [
  { code: '06013', hoursAgo: 26, stop: 'extension-asked' },
  { code: 'loc-03', hoursAgo: 19, stop: 'extension-asked' },
  { code: '06027', hoursAgo: 71, stop: 'extension-asked' },
  { code: '06001', hoursAgo: 90, stop: 'suspension-asked' },
  { code: '06013', hoursAgo: 50, stop: 'suspension-asked' },
  { code: '06010', hoursAgo: 3, stop: 'void-asked' },
  { code: '06017', hoursAgo: 5, stop: 'returned-twice' },
  { code: '01037', hoursAgo: 6, stop: 'returned-twice' },
  { code: '06012', hoursAgo: 2.5, stop: 'returned' },
  { code: '01037', hoursAgo: 8, stop: 'returned' },
  { code: 'loc-99', hoursAgo: 0.2, stop: 'reported' },
  { code: 'loc-99', hoursAgo: 0.9, stop: 'reported' },
  { code: 'loc-02', hoursAgo: 2.2, stop: 'reported' },
  { code: 'voice-04', hoursAgo: 15, stop: 'reported' },
  { code: '06027', hoursAgo: 28, stop: 'in-hand' },
  { code: '06001', hoursAgo: 13, stop: 'in-hand' },
  { code: 'loc-04', hoursAgo: 6, stop: 'handled' },
  { code: '09012', hoursAgo: 9, stop: 'handled' },
  { code: '01002', hoursAgo: 33, stop: 'handled' },
  { code: '01037', hoursAgo: 60, stop: 'handled' },
  { code: 'hand-up', hoursAgo: 3, stop: 'dispatched' },
  { code: 'hand-up', hoursAgo: 52, stop: 'dispatched' },
  { code: 'hand-up', hoursAgo: 75, stop: 'in-hand' },
  { code: 'hand-up-urgent', hoursAgo: 1.1, stop: 'dispatched' },
  { code: 'hand-up', hoursAgo: 140, stop: 'in-hand' },
  { code: 'hand-down', hoursAgo: 5, stop: 'dispatched' },
  { code: 'hand-down', hoursAgo: 49, stop: 'in-hand' },
  { code: 'hand-down-project', hoursAgo: 30, stop: 'dispatched' },
  { code: 'hand-down-project', hoursAgo: 120, stop: 'in-hand' },
  // Outside the admitted list: it waits for the desk, and one was lawfully refused.
  { code: 'hand-down', hoursAgo: 2, stop: 'accepted', form: outsideList },
  { code: 'hand-down', hoursAgo: 55, form: outsideList },
];

function ofOffice(world: World, random: Random): ReadyMadeCase[] {
  const hands = (code: string) => code.startsWith('hand');
  return officeLines.flatMap((line) => {
    const reporter = hands(line.code) || random.chance(0.2) ? {} : { reporterId: random.pick(world.residents) };
    const fits = (report: Report) =>
      line.form !== undefined || !hands(line.code) || targetOf(world, report)?.kind !== 'desk';
    return readyMade(world, line, { ...reporter, ...(line.form ? { form: line.form } : {}) }, fits);
  });
}

function readyMade(
  world: World,
  line: Line,
  more: Omit<ReportWish, 'at' | 'type'>,
  fits: (report: Report) => boolean,
): ReadyMadeCase[] {
  const type = world.catalogue.types.get(line.code);
  // A street may have switched a pack off or replaced it.
  if (!type?.active) return [];
  const at = new Date(world.now.getTime() - line.hoursAgo * hourMs);
  const hurry = new Date(at.getTime() + line.hoursAgo * hourMs * 0.7);
  const plan = { ...plainPlan, ...line.plan, stop: line.stop ?? null, hurry };
  return [{ wish: { at, type, ...more }, plan, fits }];
}

/** Where the type's rules would send the report. */
function targetOf(world: World, report: Report): Target | null {
  const { type, located, place, form, channel, urgent, at } = report;
  const { target } = chooseTarget(
    type.definition.dispatch,
    dispatchFacts({ form, located, place, channel, urgent, now: at }),
  );
  return world.directory.resolve(target, { siteId: located.siteId, path: located.path }, dayOf(at));
}

/** The micro-grids a ready-made person holds a post in. */
function gridsOf(world: World, key: string): MicroGrid[] {
  const id = world.readyMade.get(key);
  if (!id) return [];
  const paths = world.directory.reachOf(id, dayOf(world.now)).scopes.map((scope) => scope.path);
  return world.microGrids.filter((m) => paths.includes(m.path));
}
