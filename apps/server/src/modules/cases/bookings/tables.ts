declare module '../../../platform/db/tables.ts' {
  interface Tables {
    case_mediator: { case_id: string; mediator_id: string };
    booking: {
      id: string;
      case_id: string;
      stage: string;
      kind: 'mediator' | 'room';
      resource_id: string;
      starts_at: Date;
      ends_at: Date;
    };
  }
}

export {};
