import type { CaseTypeDefinition } from '@linli/domain';
import type { ViewDeps } from './case-view.ts';
import { documentMarkValues } from './document-marks.ts';
import { holderName } from './holder-name.ts';
import type { LoadedCase } from './load-case.ts';

/** What the marks of a case's papers stand for today. */
export function marksFor(
  { row, actions }: LoadedCase,
  type: CaseTypeDefinition,
  { directory, places }: Pick<ViewDeps, 'directory' | 'places'>,
  now: Date,
): ReadonlyMap<string, string> {
  const areaId = row.area4_id ?? row.area3_id ?? row.area2_id ?? row.site_id;
  return documentMarkValues({
    row,
    actions,
    type,
    directory,
    holder: holderName(directory, {
      kind: row.target_kind ?? 'desk',
      unitId: row.target_unit_id,
      postId: row.target_post_id,
      unitKind: row.target_unit_kind,
    }),
    placeName: places.chainOf(areaId)?.areas.at(-1)?.name ?? '',
    now,
  });
}
