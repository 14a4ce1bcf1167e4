import { dayOf } from '@linli/domain';
import { caseColumns, nextWake } from '../../../apps/server/src/modules/cases/case-columns.ts';
import { caseEvent } from '../../../apps/server/src/modules/cases/case-event.ts';
import { areasOf } from '../../../apps/server/src/modules/cases/intake-item.ts';
import { takenSteps } from '../../../apps/server/src/modules/cases/taken-steps.ts';
import type { CasePlay, PlayedStep } from './case-play.ts';
import type { PhotoPool } from './photo-pool.ts';

/** Everything stored of one case, field names as the columns are. */
export interface CaseRows {
  row: Record<string, unknown> & { id: string };
  actions: readonly Record<string, unknown>[];
  reporters: readonly { case_id: string; account_id: string; joined_at: string; seen_at: string | null }[];
  files: readonly { case_id: string; hash: string; phase: string; action_seq: number }[];
  journal: readonly { at: Date; kind: string; nounId: string; path: string; actorId: string | null; data: object }[];
  due: { kind: string; key: string; at: Date; data: Record<string, unknown> } | null;
}

/** `place` is the case's place among all, from 1: its number; `scene` its place among pictures of its kind. */
export function caseRows(play: CasePlay, numbers: { place: number; scene: number }, photos: PhotoPool): CaseRows {
  const { report, steps, fold } = play;
  const number = `${dayOf(report.at).replaceAll('-', '')}-${String(numbers.place).padStart(6, '0')}`;
  const areas = areasOf(report.located);
  const last = steps.at(-1);
  if (!last) throw new Error('a case begins with an action');
  const files = listFiles(play, numbers.scene, photos);
  const columns = caseColumns(fold, last.unitKind);
  const taken = last.takenUnitId && columns.target_kind === 'pool' ? { target_unit_id: last.takenUnitId } : {};
  const visibility = report.visibility;
  const { lng, lat } = report.place;
  const common = { number, visibility, channel: report.channel, lng, lat };
  const code = report.type.definition.code;
  const actionRows = steps.map(({ action, byWords }, n) => ({
    case_id: report.id,
    seq: n + 1,
    kind: action.kind,
    at: action.at.toISOString(),
    actor_id: action.actorId,
    actor_unit_id: action.actorUnitId ?? null,
    by_words: byWords,
    data: action.data,
    due: action.due ?? null,
  }));
  return {
    row: {
      ...areas,
      ...columns,
      ...taken,
      ...common,
      id: report.id,
      type_code: code,
      type_version: report.type.version,
      title: report.title,
      words: report.description,
      form: report.form,
      urgent: report.urgent,
      seq: steps.length,
      address: report.place.address,
      reporter_id: report.reporterId,
      parent_id: report.parentId ?? null,
      rule_key: play.ruleKey,
      rules_tried: play.tried,
      reported_at: report.at,
      changed_at: last.action.at,
      photo: files[0]?.hash ?? null,
      about_unit_ids: play.facts().about_unit_ids,
    },
    actions: actionRows,
    reporters: listReporters(play),
    files,
    journal: steps.map((step) => {
      const facts = { ...areas, ...common, type_code: code, unitKind: step.unitKind };
      const { kind, data } = caseEvent(step.action, step.fold, facts, step.event);
      const unit = step.takenUnitId ? { unitId: step.takenUnitId } : {};
      return {
        at: step.action.at,
        kind,
        nounId: report.id,
        path: areas.path,
        actorId: step.action.actorId,
        data: { ...data, ...unit },
      };
    }),
    due: dueOf(play, steps),
  };
}

function dueOf({ report, fold }: CasePlay, steps: readonly PlayedStep[]): CaseRows['due'] {
  const rows = steps.map(({ action, byWords }, n) => ({
    seq: n + 1,
    kind: action.kind,
    at: action.at,
    actor_id: action.actorId,
    actor_unit_id: action.actorUnitId ?? null,
    by_words: byWords,
    data: action.data,
    due: action.due ?? null,
  }));
  const at = nextWake(fold, report.type.definition, takenSteps(rows, fold));
  return at ? { kind: 'case.clock', key: report.id, at, data: {} } : null;
}

/** Pictures of the report show the trouble, those of handling the same scene put right. */
function listFiles({ report, steps }: CasePlay, scene: number, photos: PhotoPool): CaseRows['files'] {
  const files = new Map<string, CaseRows['files'][number]>();
  steps.forEach(({ action, photos: count }, n) => {
    const after = action.kind === 'handle';
    for (let shown = 0; shown < count; shown++) {
      const hash = photos.hashOf(report.words.photoKind, scene + shown, after ? 'after' : 'before');
      const phase = phaseOf(action.kind);
      if (!files.has(`${hash}/${phase}`))
        files.set(`${hash}/${phase}`, { case_id: report.id, hash, phase, action_seq: n + 1 });
    }
  });
  return [...files.values()];
}

function phaseOf(kind: string): string {
  if (kind === 'handle' || kind === 'advance' || kind === 'finish-part') return 'handle';
  return kind.startsWith('check') ? 'check' : 'report';
}

/** Everyone who reported or joined, with when they last looked: most after the last change. */
function listReporters({ report, fold, steps }: CasePlay): CaseRows['reporters'] {
  return fold.reporterIds.map((accountId, n) => {
    const joined = steps.find(({ fold: f }) => f.reporterIds.includes(accountId))?.action.at ?? report.at;
    const looked = Number.parseInt(report.id.slice(-2), 16) % 4 === n % 4 ? joined : fold.lastAt;
    return {
      case_id: report.id,
      account_id: accountId,
      joined_at: joined.toISOString(),
      seen_at: looked.toISOString(),
    };
  });
}
