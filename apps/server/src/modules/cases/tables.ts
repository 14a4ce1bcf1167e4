import type { CaseActionKind, CaseState, CaseTypeDefinition, ClockName, Pack } from '@linli/domain';
import type { Json } from '../../platform/db/tables.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    pack: {
      pack: string;
      version: number;
      definition: Json<Omit<Pack, 'caseTypes'>>;
      active: boolean;
      loaded_at: Date;
    };
    case_type: { code: string; version: number; pack: string; definition: Json<CaseTypeDefinition>; loaded_at: Date };
    cases: {
      id: string;
      number: string;
      site_id: string;
      type_code: string;
      type_version: number;
      title: string;
      words: string;
      form: Json<Record<string, unknown>>;
      visibility: 'public' | 'private';
      channel: string;
      urgent: boolean;
      state: CaseState;
      round: number;
      seq: number;
      lng: number | null;
      lat: number | null;
      address: string;
      path: string;
      area2_id: string | null;
      area3_id: string | null;
      area4_id: string | null;
      reporter_id: string | null;
      target_kind: string | null;
      target_unit_id: string | null;
      target_post_id: string | null;
      target_unit_kind: string | null;
      rule_key: string | null;
      rules_tried: Json<unknown> | null;
      handler_id: string | null;
      handler_ids: string[];
      pending: string | null;
      supervised: boolean;
      urged_count: number;
      reporter_count: number;
      rework_count: number;
      result: string | null;
      rating: number | null;
      merged_into: string | null;
      due_clock: ClockName | null;
      due_at: Date | null;
      promised_at: Date | null;
      ran_out_at: Date | null;
      reported_at: Date;
      changed_at: Date;
      closed_at: Date | null;
      photo: string | null;
      is_open: boolean;
    };
    case_action: {
      case_id: string;
      seq: number;
      kind: CaseActionKind;
      at: Date;
      actor_id: string | null;
      actor_unit_id: string | null;
      by_words: string;
      data: Json<Record<string, unknown>>;
      due: Json<Record<string, string>> | null;
    };
    case_reporter: { case_id: string; account_id: string; joined_at: Date; seen_at: Date | null };
    case_file: { case_id: string; hash: string; phase: string; action_seq: number };
    saved_view: { id: string; account_id: string; name: string; filter: Json<Record<string, unknown>>; sort: string };
  }
}
