import type { Json } from '../../platform/db/tables.ts';
import type { FactFold } from './case-fact.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    case_fact: {
      case_id: string;
      seq: string;
      site_id: string;
      area2_id: string | null;
      area3_id: string | null;
      area4_id: string | null;
      type_code: string;
      state: string;
      unit_id: string | null;
      holder: string | null;
      overdue_since: Date | null;
      fold: Json<FactFold>;
    };
    figure_day: { area_id: string; key: string; day: string; count: number };
    figure_now: { area_id: string; key: string; count: number };
    figure_unit_day: { area_id: string; unit_id: string; key: string; day: string; count: number };
    figure_type_day: { area_id: string; type_code: string; key: string; day: string; count: number };
  }
}
