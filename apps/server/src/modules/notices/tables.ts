import type { Json } from '../../platform/db/tables.ts';

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'shown' | 'not-needed' | 'no-address' | 'failed';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    notice: {
      id: string;
      account_id: string;
      kind: string;
      noun: string;
      noun_id: string | null;
      params: Json<Record<string, string | number>>;
      at: Date;
      read_at: Date | null;
      /** The journal row it follows from: one notice of a kind for each person and row. */
      source_seq: string | null;
    };
    delivery: {
      id: string;
      notice_id: string | null;
      channel: string;
      /** Keyed hash of the address: deliveries to one phone can be counted, the phone cannot be read. */
      address_hash: Buffer | null;
      template: string;
      state: DeliveryState;
      tries: number;
      problem: string | null;
      at: Date;
      done_at: Date | null;
    };
  }
}
