import type { Generated } from 'kysely';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    rights_request: {
      id: string;
      number: string;
      site_id: string;
      path: string;
      subject_id: string | null;
      account_id: string;
      asker: string;
      kind: string;
      words: string;
      fields: Generated<string[]>;
      wanted_sealed: Buffer | null;
      about: string | null;
      state: string;
      submitted_at: Date;
      due_at: Date;
      latest_at: Date;
      waiting_since: Date | null;
      outcome: string | null;
      ground: string | null;
      answer: string | null;
      answered_at: Date | null;
      answered_by: string | null;
      revision: Generated<number>;
    };
    rights_step: {
      request_id: string;
      n: number;
      at: Date;
      act: string;
      state: string;
      by_id: string | null;
      by_words: string;
      words: Generated<string>;
    };
    rights_number: { prefix: string; last: number };
    privacy_setting: { site_id: string; answer_work_days: number };
    consent: {
      id: string;
      subject_id: string;
      path: string;
      purpose: string;
      categories: string[];
      version: number;
      channel: string;
      text_hash: Buffer;
      given_by: string;
      given_by_account: string | null;
      evidence: Generated<string>;
      given_at: Date;
      withdrawn_at: Date | null;
      withdrawn_by: string | null;
      withdrawn_evidence: Generated<string>;
    };
    consent_photo: { consent_id: string; n: number; hash: string };
    data_copy: {
      id: string;
      subject_id: string;
      account_id: string;
      request_id: string | null;
      made_at: Date;
      expires_at: Date;
    };
  }
}
