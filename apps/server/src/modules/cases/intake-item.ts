import { type Actor, aboutUnit, type CaseFold, caseJournalKinds, dayOf, type FormValues } from '@linli/domain';
import type { Located } from '../places/index.ts';
import { type CaseColumns, caseColumns, nextWake } from './case-columns.ts';
import { type CaseAreas, type CaseVisibility, changeFacts, standingFacts } from './case-event.ts';
import type { CaseType } from './catalogue.ts';
import type { IntakeItem } from './intake.ts';
import type { StoredAction } from './new-case.ts';

export interface CaseDraft {
  id: string;
  type: CaseType;
  actor: Actor;
  reporterId: string | null;
  channel: string;
  visibility: CaseVisibility;
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
  /** The case it is a duty or finding of; the themed call it answers; whom the sealed matter it came from is about. */
  parentId?: string;
  callId?: string | undefined;
  aboutUnitIds?: readonly string[];
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
  // One by one: of a long text only the beginning is looked at.
  let seen = 0;
  let end = 0;
  for (const { index } of letters.segment(line.slice(0, titleLetters * 12))) {
    if (seen === titleLetters - 1) end = index;
    if (++seen > titleLetters) return `${line.slice(0, end)}…`;
  }
  return line;
}

function foldAfter(draft: CaseDraft, index: number): CaseFold {
  const fold = draft.folds[index];
  if (!fold) throw new Error('every action has its fold');
  return fold;
}

/** Whom a sealed matter is about: named in its own form, and whom the matter it came from is about. */
export function aboutOf(draft: Pick<CaseDraft, 'type' | 'form' | 'visibility' | 'aboutUnitIds'>): string[] {
  if (draft.visibility !== 'sealed') return [];
  const own = aboutUnit(draft.type.definition, draft.form as FormValues); // validated against the type
  return [...new Set([...(own === null ? [] : [own]), ...(draft.aboutUnitIds ?? [])])];
}

export function intakeItem(
  draft: CaseDraft,
  request: { requestId: string; actorKey: string; operation: string; inputHash: Buffer },
  response: Record<string, unknown>,
): IntakeItem {
  const { id, type, located, place, now } = draft;
  const areas = areasOf(located);
  const about = aboutOf(draft);
  const last = draft.folds.at(-1);
  if (!last) throw new Error('a case begins with an action');
  // Here and below every column by name: spreading records of this size costs more than all the rest (bench/intake.ts).
  const facts = {
    site_id: areas.site_id,
    path: areas.path,
    area2_id: areas.area2_id,
    area3_id: areas.area3_id,
    area4_id: areas.area4_id,
    type_code: type.definition.code,
    visibility: draft.visibility,
    channel: draft.channel,
    lng: place.lng,
    lat: place.lat,
    unitKind: draft.unitKind,
    aboutUnitIds: about,
  };
  const columns = caseColumns(last, draft.unitKind);
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
      site_id: areas.site_id,
      path: areas.path,
      area2_id: areas.area2_id,
      area3_id: areas.area3_id,
      area4_id: areas.area4_id,
      state: columns.state,
      round: columns.round,
      is_open: columns.is_open,
      target_kind: columns.target_kind,
      target_unit_id: columns.target_unit_id,
      target_post_id: columns.target_post_id,
      target_unit_kind: columns.target_unit_kind,
      handler_id: columns.handler_id,
      handler_ids: columns.handler_ids,
      pending: columns.pending,
      supervised: columns.supervised,
      urged_count: columns.urged_count,
      reporter_count: columns.reporter_count,
      rework_count: columns.rework_count,
      result: columns.result,
      rating: columns.rating,
      merged_into: columns.merged_into,
      due_clock: columns.due_clock,
      due_at: columns.due_at,
      promised_at: columns.promised_at,
      ran_out_at: columns.ran_out_at,
      closed_at: columns.closed_at,
      stage: columns.stage,
      outcome: columns.outcome,
      answer: columns.answer,
      published_at: columns.published_at,
      part_unit_ids: columns.part_unit_ids,
      absences: columns.absences,
      excluded: columns.excluded,
      parent_id: draft.parentId ?? null,
      call_id: draft.callId ?? null,
      about_unit_ids: about,
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
    } satisfies Record<keyof CaseColumns, unknown> & Record<string, unknown>,
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
    journal: draft.actions.map(({ action }, i) => ({
      at: action.at.toISOString(),
      actor_id: action.actorId,
      kind: caseJournalKinds[action.kind],
      data: changeFacts(action, foldAfter(draft, i), {}),
    })),
    journal_facts: standingFacts(facts, last.reporterIds),
    due: wake ? [{ kind: 'case.clock', key: id, at: wake.toISOString(), data: {} }] : [],
    files: draft.files.map((f) => ({ case_id: id, hash: f.hash, phase: f.phase, action_seq: f.seq })),
    reporters: [
      ...(draft.reporterId
        ? [{ case_id: id, account_id: draft.reporterId, joined_at: now.toISOString(), seen_at: now.toISOString() }]
        : []),
      ...last.namedIds.map((named) => ({
        case_id: id,
        account_id: named,
        joined_at: now.toISOString(),
        seen_at: null,
      })),
    ],
    response: { ...response, caseId: id },
  };
}
