import { findSameMatter } from './find-same-matter.ts';
import { getSortingReport } from './get-sorting-report.ts';
import { listTopics } from './list-topics.ts';
import { saveSortingSettings } from './save-sorting-settings.ts';
import { suggestType } from './suggest-type.ts';

export const sortingOperations = {
  findSameMatter,
  getSortingReport,
  listTopics,
  saveSortingSettings,
  suggestType,
} as const;
