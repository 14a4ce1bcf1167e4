import type { FormDefinition, ReturnState, SubjectNoun } from '@linli/domain';
import type { ColumnType, Generated } from 'kysely';
import type { Json } from '../../platform/db/tables.ts';
import type { TemplateLayout } from './templates/template-layout.ts';

type Day = ColumnType<string, string, string>;

declare module '../../platform/db/tables.ts' {
  interface Tables {
    legal_item: {
      site_id: string;
      code: string;
      name: string;
      law: string;
      fields: string[];
      units: string[];
      active: boolean;
      changed_by: string | null;
      changed_at: Date;
    };
    form_template: {
      id: string;
      site_id: string;
      unit_id: string;
      name: string;
      kind: 'xlsx' | 'docx';
      bytes: Buffer;
      layout: Json<TemplateLayout>;
      made_by: string;
      made_at: Date;
    };
    form: {
      id: string;
      site_id: string;
      unit_id: string;
      name: string;
      item_code: string;
      state: Generated<'draft' | 'published' | 'ended'>;
      version: Generated<number>;
      draft: Json<FormDefinition> | null;
      revision: Generated<number>;
      made_by: string | null;
      made_at: Date;
      changed_at: Date;
      ended_at: Date | null;
    };
    form_version: {
      form_id: string;
      version: number;
      definition: Json<FormDefinition>;
      published_by: string | null;
      published_at: Date;
      again_of: Generated<string | null>;
      again_reason: Generated<string | null>;
    };
    form_return: {
      id: string;
      form_id: string;
      version: number;
      site_id: string;
      area_id: string;
      path: string;
      period: string;
      due_on: Day;
      state: Generated<ReturnState>;
      filled_at: Date;
      row_count: Generated<number>;
      cell_count: Generated<number>;
      filled_count: Generated<number>;
      stale_count: Generated<number>;
      missing_count: Generated<number>;
      unknown_count: Generated<number>;
      checked_by: string | null;
      given_at: Date | null;
      approved_by: string | null;
      approved_at: Date | null;
      pulled_at: Date | null;
      revision: Generated<number>;
    };
    form_step: {
      id: string;
      return_id: string;
      at: Date;
      act: string;
      by_id: string | null;
      by_words: string;
      words: Generated<string>;
    };
    form_row: {
      return_id: string;
      row_key: string;
      path: string;
      sort: string;
      cells: Json<unknown[]>;
      facts: (string | null)[];
      marks: string;
    };
    form_behind: { return_id: string; row_key: string; col: number; ordinals: number[] };
    form_question: {
      subject_id: string;
      field: string;
      noun: SubjectNoun;
      site_id: string;
      area_id: string;
      path: string;
      asked_at: Date;
      state: Generated<'open' | 'answered' | 'unknown'>;
      reason: string | null;
      answered_at: Date | null;
    };
    form_pull: {
      id: string;
      form_id: string;
      period: string;
      unit_id: string;
      by_id: string | null;
      by_words: string;
      at: Date;
      way: 'operation' | 'file';
      row_count: number;
      return_ids: string[];
      sealed: string[];
      law: string;
    };
    form_ask: {
      id: string;
      site_id: string;
      area_id: string;
      path: string;
      unit_id: string;
      way: string;
      words: string;
      headings: string[];
      form_id: string | null;
      asked_on: Day;
      state: Generated<'open' | 'refused'>;
      article: string | null;
      answer: string | null;
      registered_by: string;
      registered_at: Date;
      refused_by: string | null;
      refused_at: Date | null;
    };
    form_burden: { form_id: string; area_id: string; week: Day; seconds: number; answers: number };
    sharing_need: {
      id: string;
      site_id: string;
      unit_id: string | null;
      partner_id: string | null;
      asker: string;
      noun: SubjectNoun;
      rows_when: string;
      fields: string[];
      area_ids: string[];
      purpose: string;
      law: string;
      until: Day;
      state: Generated<'filed' | 'approved' | 'refused' | 'ended'>;
      key_hash: Buffer | null;
      key_made_at: Date | null;
      filed_by: string;
      filed_at: Date;
      decided_by: string | null;
      decided_at: Date | null;
      answer: string | null;
      ended_at: Date | null;
    };
    sharing_pull: {
      id: Generated<string>;
      need_id: string;
      at: Date;
      way: string;
      goes_on: Generated<boolean>;
      row_count: number;
      sealed_of: Generated<string[]>;
      account_id: string | null;
      key_made_at: Date | null;
    };
  }
}
