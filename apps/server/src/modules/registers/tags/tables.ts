import type { LocalText, Sensitivity, SubjectNoun, TagDefinition, TagExpression } from '@linli/domain';
import type { Generated } from 'kysely';
import type { Json } from '../../../platform/db/tables.ts';

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    tag: {
      id: Generated<number>;
      site_id: string;
      path: string;
      code: string;
      group_code: string;
      group_name: Json<LocalText>;
      name: Json<LocalText>;
      nouns: SubjectNoun[];
      purpose: Json<LocalText>;
      sensitivity: Sensitivity;
      rule: string | null;
      words: string[];
      expiry_days: number | null;
      state: 'on' | 'off';
      version: number;
      tried_version: number | null;
      pack: string | null;
      changed_at: Date;
      changed_by: string | null;
      changed_words: string;
    };
    tag_version: {
      tag_id: number;
      version: number;
      definition: Json<Omit<TagDefinition, 'words'>>;
      at: Date;
      by_id: string | null;
      by_words: string;
    };
    tag_hand: {
      id: string;
      subject_id: string;
      tag_id: number;
      why: string;
      until: string | null;
      set_by: string | null;
      set_words: string;
      set_at: Date;
      ended_at: Date | null;
      ended_by: string | null;
      ended_words: string | null;
      ended_why: string | null;
    };
    tag_run: { site_id: string; day: string; finished_at: Date | null };
    tag_view: {
      id: string;
      site_id: string;
      account_id: string;
      name: string;
      noun: SubjectNoun;
      level: number;
      expression: Json<TagExpression>;
      shared: boolean;
      by_words: string;
      changed_at: Date;
    };
    tag_export: {
      id: string;
      site_id: string;
      path: string;
      noun: SubjectNoun;
      expression: Json<TagExpression>;
      reason: string;
      subjects: number;
      state: 'asked' | 'approved' | 'refused';
      asked_by: string;
      asked_words: string;
      asked_at: Date;
      decided_by: string | null;
      decided_words: string | null;
      decided_at: Date | null;
      decided_note: string | null;
      until: Date | null;
      downloads: Generated<number>;
    };
  }
}
