import type { CaseSummary } from '@linli/contract';
import { type CaseTypeDefinition, stageOf } from '@linli/domain';
import type { Directory } from '../org/index.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { Catalogue } from './catalogue.ts';
import { holderName } from './holder-name.ts';
import type { CaseRow } from './load-case.ts';

/** The columns a list needs. */
export type SummaryRow = Omit<CaseRow, 'words' | 'form' | 'rules_tried'>;

export interface ViewDeps {
  catalogue: Catalogue;
  directory: Directory;
  places: PlaceIndex;
  now: Date;
}

/** A row as lists show it. Names of types, areas and holders come from memory. */
export function caseSummary(row: SummaryRow, deps: ViewDeps): CaseSummary {
  const type = deps.catalogue.definitionOf(row.type_code, row.type_version);
  const areas = deps.places.chainOf(row.area4_id ?? row.area3_id ?? row.area2_id ?? row.site_id)?.areas ?? [];
  const dueAt = row.ran_out_at ?? row.due_at;
  return {
    id: row.id,
    number: row.number,
    typeCode: row.type_code,
    typeName: type.name,
    // Lists of sealed cases say no more than the kind: whoever wants to read one opens it, and that look is written down.
    title: row.visibility === 'sealed' ? type.name.zh : row.title,
    state: row.state,
    round: row.round,
    visibility: row.visibility,
    channel: row.channel as CaseSummary['channel'], // written from the same list of channels
    urgent: row.urgent,
    supervised: row.supervised,
    urgedCount: row.urged_count,
    // Nor where the door is: so it is on no map drawn from a list either.
    place: {
      ...(row.visibility === 'sealed' ? { lng: null, lat: null, address: '' } : pointOf(row)),
      areas: areas.map(({ id, level, name }) => ({ id, level, name })),
    },
    reportedAt: row.reported_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    holder: holderOf(row, deps.directory),
    due:
      row.is_open && dueAt
        ? {
            clock: row.due_clock ?? 'total',
            at: dueAt.toISOString(),
            overdue: row.ran_out_at !== null || dueAt <= deps.now,
          }
        : null,
    promisedAt: row.promised_at?.toISOString() ?? null,
    pending: row.pending as CaseSummary['pending'], // folded from the same kinds
    rating: row.rating,
    photo: row.visibility === 'sealed' ? null : row.photo,
    reporterCount: row.reporter_count,
    stage: stageName(type, row.stage),
    parentId: row.parent_id,
    excluded: row.excluded,
  };
}

export function pointOf({ lng, lat, address }: Pick<SummaryRow, 'lng' | 'lat' | 'address'>) {
  return { lng, lat, address };
}

function stageName(type: CaseTypeDefinition, key: string | null): CaseSummary['stage'] {
  const stage = stageOf(key, type);
  return stage && { key: stage.key, name: stage.name };
}

function holderOf(row: SummaryRow, directory: Directory): CaseSummary['holder'] {
  if (!row.is_open && row.state !== 'closed') return null;
  if (row.target_kind === null || row.target_kind === 'desk')
    return row.is_open
      ? {
          kind: 'desk',
          id: null,
          name: holderName(directory, { kind: 'desk', unitId: null, postId: null, unitKind: null }),
        }
      : null;
  const name = holderName(directory, {
    kind: row.target_kind,
    unitId: row.target_unit_id,
    postId: row.target_post_id,
    unitKind: row.target_unit_kind,
  });
  return { kind: row.target_kind as 'unit' | 'post' | 'pool', id: row.target_unit_id ?? row.target_post_id, name }; // the check on targets allows no other kind
}
