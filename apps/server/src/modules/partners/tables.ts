import type { BulletinContent } from '@linli/contract';
import type { CaseState } from '@linli/domain';
import type { ColumnType, Generated } from 'kysely';
import type { Json } from '../../platform/db/tables.ts';

type Side = 'ours' | 'theirs';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    partner_key: { site_id: string; public_key: string; private_key_encrypted: Buffer; made_at: Date };
    partner: {
      id: string;
      site_id: string;
      path: string;
      code: string;
      name: string;
      base_url: string;
      public_key: string;
      active: boolean;
      /** bigint, as text. */
      out_seq: Generated<string>;
      acked_seq: Generated<string>;
      in_seq: Generated<string>;
      heard_at: Date | null;
      problem: string | null;
      made_at: Date;
      changed_at: Date;
    };
    shared_case: {
      id: string;
      partner_id: string;
      case_id: string;
      site_id: string;
      number: string;
      origin: Side;
      type_code: string;
      section: string | null;
      summary: string;
      our_part: string;
      their_part: string;
      fields: string[];
      shared_at: Date;
      told: Generated<boolean>;
      seen_xid: Generated<string>;
      seen_seq: Generated<string>;
      our_state: CaseState | null;
      our_state_at: Date | null;
      our_on_time: boolean | null;
      their_state: CaseState | null;
      their_state_at: Date | null;
      their_on_time: boolean | null;
      their_number: string | null;
      problem: string | null;
    };
    shared_words: { id: string; shared_case_id: string; origin: Side; words: string; said_at: Date };
    partner_outbox: {
      partner_id: string;
      seq: string;
      message_id: string;
      kind: string;
      data: Json<Record<string, unknown>>;
      source_seq: string;
      made_at: Date;
    };
    partner_inbox: {
      partner_id: string;
      seq: string;
      message_id: string;
      kind: string;
      refused: string | null;
      received_at: Date;
    };
    bulletin_schedule: {
      id: string;
      partner_id: string;
      every: 'week' | 'month';
      type_codes: string[];
      active: boolean;
      changed_at: Date;
    };
    bulletin: {
      id: string;
      partner_id: string;
      site_id: string;
      origin: Side;
      schedule_id: string | null;
      every: 'week' | 'month';
      from_day: ColumnType<string, string, string>;
      until_day: ColumnType<string, string, string>;
      made_at: Date;
      content: Json<BulletinContent>;
    };
  }
}
