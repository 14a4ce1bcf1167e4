declare module '../../../platform/db/tables.ts' {
  interface Tables {
    case_invitation: {
      id: string;
      case_id: string;
      /** Keyed hash: the code itself is nowhere. */
      code_hash: Buffer;
      made_by: string;
      made_at: Date;
      expires_at: Date;
      /** Masked telephone it was sent to. */
      sent_to: string | null;
      used_by: string | null;
      used_at: Date | null;
      withdrawn_at: Date | null;
    };
  }
}

export {};
