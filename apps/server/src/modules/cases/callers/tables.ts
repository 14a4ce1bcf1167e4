declare module '../../../platform/db/tables.ts' {
  interface Tables {
    case_caller: {
      id: string;
      case_id: string;
      order_number: string;
      name_encrypted: Buffer | null;
      phone_encrypted: Buffer | null;
      phone_hash: Buffer | null;
      anonymous: boolean;
      wants_answer: boolean;
      called_at: Date;
      added_by: string | null;
      answered_at: Date | null;
      answered_how: string | null;
      answered_by: string | null;
    };
    caller_reveal: {
      id: string;
      caller_id: string;
      by_account_id: string;
      by_words: string;
      reason: string;
      at: Date;
    };
  }
}

export {};
