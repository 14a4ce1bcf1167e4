import { type Actor, type CaseFold, dayOf } from '@linli/domain';
import type { Located } from '../places/index.ts';
import { caseColumns, nextWake } from './case-columns.ts';
import { type CaseAreas, caseEvent } from './case-event.ts';
import type { CaseType } from './catalogue.ts';
import type { IntakeItem } from './intake.ts';
import type { StoredAction } from './new-case.ts';

export interface CaseDraft {
  id: string;
  type: CaseType;
  actor: Actor;
  reporterId: string | null;
  channel: string;
  visibility: 'public' | 'private';
  urgent: boolean;
  words: string;
  form: Record<string, unknown>;
  located: Located;
  place: { lng: number | null; lat: number | null; address: string };
  actions: readonly StoredAction[];
  /** The fold after each action, same order. */
  folds: readonly CaseFold[];
  ruleKey: string | null;
  tried: readonly unknown[];
  unitKind: string | null;
  files: readonly { hash: string; phase: 'report' | 'handle' | 'check'; seq: number }[];
  /** When it was reported. */
  now: Date;
  /** When it is written down here, where that is later: cases taken over from elsewhere. */
  recordedAt?: Date;
}

export function areasOf(located: Located): CaseAreas {
  const level = (n: number) => located.areas.find((a) => a.level === n)?.id ?? null;
  return { site_id: located.siteId, path: located.path, area2_id: level(2), area3_id: level(3), area4_id: level(4) };
}

const letters = new Intl.Segmenter('zh');
const titleLetters = 40;

/** The first words of what was written, on one line: what lists show. Cut between letters as people see them. */
export function titleOf(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  if (line.length <= titleLetters) return line;
  const seen = [...letters.segment(line.slice(0, titleLetters * 12))].map((s) => s.segment);
  return seen.length > titleLetters ? `${seen.slice(0, titleLetters - 1).join('')}…` : line;
}

/** The events of the first actions; what is the same in all of them travels once. */
function journalOf(
  draft: CaseDraft,
  facts: Parameters<typeof caseEvent>[2],
): Pick<IntakeItem, 'journal' | 'journal_facts'> {
  let shared: Record<string, unknown> = {};
  const journal = draft.actions.map(({ action }, i) => {
    const fold = draft.folds[i];
    if (!fold) throw new Error('every action has its fold');
    const { kind, data } = caseEvent(action, fold, facts, {});
    const {
      siteId,
      typeCode,
      visibility,
      channel,
      areas,
      reporterIds,
      lng,
      lat,
      unitKind,
      number: _later,
      ...own
    } = data;
    shared = { siteId, typeCode, visibility, channel, areas, reporterIds, lng, lat, unitKind };
    return { at: action.at.toISOString(), actor_id: action.actorId, kind, data: own };
  });
  return { journal, journal_facts: shared };
}

export function intakeItem(
  draft: CaseDraft,
  request: { requestId: string; actorKey: string; operation: string; inputHash: Buffer },
  response: Record<string, unknown>,
): IntakeItem {
  const { id, type, located, place, now } = draft;
  const areas = areasOf(located);
  const last = draft.folds.at(-1);
  if (!last) throw new Error('a case begins with an action');
  const facts = {
    ...areas,
    number: '',
    type_code: type.definition.code,
    visibility: draft.visibility,
    channel: draft.channel,
    lng: place.lng,
    lat: place.lat,
    unitKind: draft.unitKind,
  };
  const wake = nextWake(last, type.definition, new Set());
  const photo = draft.files.find((f) => f.phase === 'report')?.hash ?? draft.files[0]?.hash ?? null;
  return {
    id,
    request_id: request.requestId,
    actor_key: request.actorKey,
    operation: request.operation,
    input_hash: `\\x${request.inputHash.toString('hex')}`,
    at: (draft.recordedAt ?? now).toISOString(),
    prefix: dayOf(now).replaceAll('-', ''),
    row: {
      ...areas,
      ...caseColumns(last, draft.unitKind),
      id,
      type_code: type.definition.code,
      type_version: type.version,
      title: titleOf(draft.words),
      words: draft.words,
      form: draft.form,
      visibility: draft.visibility,
      channel: draft.channel,
      urgent: draft.urgent,
      seq: draft.actions.length,
      lng: place.lng,
      lat: place.lat,
      address: place.address,
      reporter_id: draft.reporterId,
      rule_key: draft.ruleKey,
      rules_tried: draft.tried,
      reported_at: now.toISOString(),
      changed_at: last.lastAt.toISOString(),
      photo,
    },
    actions: draft.actions.map(({ action, byWords }, i) => ({
      case_id: id,
      seq: i + 1,
      kind: action.kind,
      at: action.at.toISOString(),
      actor_id: action.actorId,
      actor_unit_id: action.actorUnitId ?? null,
      by_words: byWords,
      data: action.data,
      due: action.due ?? null,
    })),
    ...journalOf(draft, facts),
    due: wake ? [{ kind: 'case.clock', key: id, at: wake.toISOString(), data: {} }] : [],
    files: draft.files.map((f) => ({ case_id: id, hash: f.hash, phase: f.phase, action_seq: f.seq })),
    reporters: draft.reporterId
      ? [{ case_id: id, account_id: draft.reporterId, joined_at: now.toISOString(), seen_at: now.toISOString() }]
      : [],
    response: { ...response, caseId: id },
  };
}
