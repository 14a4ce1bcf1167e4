import type { ColumnType, Generated } from 'kysely';

/** A column the database fills and the program may leave out. */
export type { Generated };
/** jsonb: read as a value, written as text so that arrays and strings keep their meaning. */
export type Json<T> = ColumnType<T, string, string>;

/** Tables of the platform. Each module adds its own by declaration merging in its `tables.ts`. */
export interface Tables {
  request: {
    request_id: string;
    actor_key: string;
    operation: string;
    input_hash: Buffer;
    response: ColumnType<unknown, string | null, string | null>;
    at: Date;
  };
  journal: {
    seq: Generated<string>;
    xid: Generated<string>;
    at: Date;
    kind: string;
    noun: string;
    noun_id: string;
    path: string;
    actor_id: string | null;
    request_id: string | null;
    data: Json<Record<string, unknown>>;
  };
  journal_seal: {
    number: string;
    from_xid: string;
    from_seq: string;
    until_xid: string;
    until_seq: string;
    rows: number;
    hash: Buffer;
    at: Date;
  };
  /** `caught_up_at`: when it had first read everything; null while what it keeps is not whole. */
  consumer: { name: string; xid: string; seq: string; at: Date; caught_up_at: Date | null };
  due: {
    id: Generated<string>;
    kind: string;
    key: string;
    at: Date;
    data: Json<Record<string, unknown>>;
    tries: Generated<number>;
    problem: string | null;
  };
  file: {
    hash: string;
    kind: string;
    content_type: string;
    bytes: number;
    width: number | null;
    height: number | null;
    thumb_hash: string | null;
    created_at: Date;
    created_by: string | null;
    /** When it was last uploaded or named. */
    wanted_at: Generated<Date>;
  };
  setting: { key: string; value: Json<unknown>; changed_at: Date };
  holiday_year: { year: number; holidays: string[]; make_up_days: string[]; source: string; loaded_at: Date };
}
