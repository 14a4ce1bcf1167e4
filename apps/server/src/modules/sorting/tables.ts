import type { ClassMeasure } from '@linli/domain';
import type { Json } from '../../platform/db/tables.ts';

/** How one kind was learned: measured on cases held out, and which unit mostly got its cases. */
export interface LearnedClass extends ClassMeasure {
  learnedFrom: number;
  /** Null where no unit clearly gets them. */
  unitId: string | null;
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    sorting_model: {
      site_id: string;
      trained_at: Date;
      cases: number;
      accuracy: number | null;
      classes: Json<LearnedClass[]>;
      model: Buffer | null;
    };
    sorting_setting: { site_id: string; floor: number; changed_at: Date; changed_by: string | null };
    topic_run: { site_id: string; weeks: number; computed_at: Date; newest_case_at: Date | null };
    topic: {
      id: string;
      site_id: string;
      weeks: number;
      heat: number;
      case_ids: string[];
      place_words: string[];
    };
  }
}
