import type { AnyMapping, ImportKind, ImportState } from '@linli/contract';
import type { Generated, Json } from '../../platform/db/tables.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    import_mapping: {
      id: string;
      site_id: string;
      kind: ImportKind;
      name: string;
      version: number;
      definition: Json<AnyMapping>;
      changed_at: Date;
      changed_by: string | null;
    };
    import_run: {
      id: string;
      site_id: string;
      path: string;
      kind: ImportKind;
      area_id: string | null;
      file_name: string;
      format: 'csv' | 'xlsx';
      encoding: string;
      headings: string[];
      row_count: number;
      state: ImportState;
      mapping: Json<AnyMapping> | null;
      cursor_n: Generated<number>;
      added: Generated<number>;
      same: Generated<number>;
      changed: Generated<number>;
      chased: Generated<number>;
      bad: Generated<number>;
      uploaded_by: string;
      uploaded_at: Date;
      changed_at: Date;
    };
    import_row: { run_id: string; n: number; line: number; sealed: Buffer };
    import_number: { run_id: string; number: string; line: number };
    import_problem: {
      run_id: string;
      n: number;
      nr: number;
      line: number;
      heading: string;
      code: string;
      params: Json<Record<string, string | number>>;
    };
    address_name: {
      id: string;
      site_id: string;
      path: string;
      said: string;
      means: string | null;
      reason: string;
      made_by: string;
      made_at: Date;
    };
    case_source: {
      site_id: string;
      system: string;
      external_id: string;
      case_id: string;
      hash: Buffer;
      run_id: string | null;
      at: Date;
    };
  }
}
