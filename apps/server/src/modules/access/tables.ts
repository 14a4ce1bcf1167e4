declare module '../../platform/db/tables.ts' {
  interface Tables {
    account: {
      id: string;
      kind: 'resident' | 'staff';
      name: string;
      active: Generated<boolean>;
      demo_key: string | null;
      created_at: Date;
    };
    credential: {
      account_id: string;
      login: string | null;
      password_hash: string | null;
      phone_hash: Buffer | null;
      phone_encrypted: Buffer | null;
    };
    session: { token_hash: Buffer; account_id: string; created_at: Date; seen_at: Date; expires_at: Date };
    phone_code: { phone_hash: Buffer; code_hash: Buffer; tries: Generated<number>; sent_at: Date; expires_at: Date };
    sign_in_try: { key_hash: Buffer; at: Date };
    reveal: {
      id: string;
      account_id: string;
      by_account_id: string;
      by_words: string;
      unit_words: string | null;
      reason: string;
      noun: string;
      noun_id: string;
      at: Date;
    };
  }
}

import type { Generated } from '../../platform/db/tables.ts';
