import type { LegalBasis, LinkKind, SubjectNoun, SubjectState } from '@linli/domain';
import type { Generated } from 'kysely';
import type { Json } from '../../platform/db/tables.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    subject: {
      id: string;
      ordinal: Generated<number>;
      site_id: string;
      noun: SubjectNoun;
      kind: string;
      name: string;
      path: string;
      area2_id: string | null;
      area3_id: string | null;
      area4_id: string | null;
      building_id: string | null;
      home_id: string | null;
      household_id: string | null;
      lng: number | null;
      lat: number | null;
      born: string | null;
      fields: Json<Record<string, unknown>>;
      tags: Generated<number[]>;
      state: Generated<SubjectState>;
      since: string | null;
      until: string | null;
      merged_into: string | null;
      revision: Generated<number>;
      created_at: Date;
      changed_at: Date;
    };
    subject_account: {
      subject_id: string;
      account_id: string;
      role: 'self' | 'guardian';
      proved_by: string;
      since: Date;
      /** Through whom a guardian's account reads. */
      guardian_id: string | null;
    };
    subject_secret: {
      subject_id: string;
      field: string;
      kind: string;
      sealed: Buffer;
      hash: Buffer;
      source: string;
      basis: LegalBasis;
      since: string;
      recorded_at: Date;
      recorded_by: string | null;
    };
    fact: {
      id: Generated<string>;
      subject_id: string;
      field: string;
      value: Json<unknown>;
      source: string;
      source_id: string | null;
      basis: LegalBasis;
      since: string;
      recorded_at: Date;
      recorded_by: string | null;
      superseded_at: Date | null;
      confirmed_at: Generated<Date | null>;
    };
    component_number: { prefix: string; last: number };
    care_holding: {
      id: string;
      subject_id: string;
      kind: 'care' | 'policy';
      class_code: string;
      grade_code: string;
      served: boolean | null;
      entered_at: Date;
      left_at: Date | null;
    };
    care_sweep: { site_id: string; definitions: string; day: string; after_id: string | null; done: boolean };
    restricted_value: {
      subject_id: string;
      field: string;
      sealed: Buffer;
      source: string;
      basis: LegalBasis;
      since: string;
      recorded_at: Date;
      restricted_at: Date;
      request_id: string | null;
    };
    deletion_proof: {
      id: string;
      site_id: string;
      kind: string;
      field_group: string;
      rows: number;
      ids_hash: Buffer;
      rule: string;
      request_id: string | null;
      at: Date;
    };
    reveal_made: { by_account_id: string; at: Date };
    subject_link: {
      id: string;
      from_id: string;
      to_id: string;
      kind: LinkKind;
      role: string;
      valid_from: string;
      valid_to: string | null;
      source: string;
      paper: Generated<string>;
      proof: Generated<string>;
    };
    guardian_wait: {
      ward_id: string;
      guardian_id: string;
      relation: string;
      paper: string;
      proof: string;
      since: string;
      by_id: string;
      at: Date;
    };
    letting_check: {
      id: string;
      home_id: string;
      on_day: string;
      failed: string[];
      mend_by: string | null;
      by_id: string;
      by_words: string;
      at: Date;
      superseded_at: Date | null;
      reminded_at: Date | null;
    };
    subject_reveal: {
      id: string;
      subject_id: string;
      field: string;
      by_account_id: string;
      by_words: string;
      unit_words: string | null;
      /** The post that looked; none in rows from before it was kept. */
      post_id: string | null;
      reason: string;
      at: Date;
    };
    correction: {
      id: string;
      subject_id: string;
      field: string;
      value: Json<unknown>;
      reason: string;
      owner: string;
      asked_by: string | null;
      asked_words: string;
      asked_at: Date;
      state: Generated<'open' | 'accepted' | 'refused'>;
      decided_by: string | null;
      decided_words: string | null;
      decided_at: Date | null;
      answer: string | null;
      path: string;
    };
    same_pair: {
      id: string;
      one_id: string;
      other_id: string;
      ground: string;
      score: number;
      agreed: Json<readonly string[]>;
      state: Generated<'open' | 'merged' | 'different'>;
      decided_by: string | null;
      decided_at: Date | null;
      path: string;
      found_at: Date;
    };
    subject_merge: {
      id: string;
      kept_id: string;
      gone_id: string;
      moved: Json<unknown>;
      by_id: string | null;
      by_words: string;
      at: Date;
      reason: Generated<string>;
      undone_at: Date | null;
      undone_words: string | null;
      undone_reason: string | null;
    };
  }
}
