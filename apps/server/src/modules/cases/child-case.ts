import type { OutputOf, openChildCase } from '@linli/contract';
import { type Actor, dayOf, type FormValues } from '@linli/domain';
import { CompiledQuery } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CaseVisibility } from './case-event.ts';
import type { CaseDeps } from './deps.ts';
import { type IntakeItem, intakeSql } from './intake.ts';
import { intakeItem } from './intake-item.ts';
import type { CaseRow } from './load-case.ts';
import { beginCase } from './new-case.ts';
import { isKeptFrom } from './policy.ts';
import { openType } from './report-input.ts';
import { validateForm } from './validate-form.ts';
import type { WantedAction } from './wanted-action.ts';

type ChildRef = OutputOf<typeof openChildCase>['child'];

/** A duty or finding that is to become a case: of which kind, for whom, what, until the end of which day. */
export interface ChildWish {
  typeCode: string;
  unitId: string;
  words: string;
  handleBy?: string | undefined;
  form: FormValues;
}

export interface DraftedChild {
  item: IntakeItem;
  /** What is recorded on the case it comes from. */
  action: WantedAction;
}

/**
 * A child case as the loop's own first actions: reported by whoever opens it, accepted and given to its unit until its day, at its parent's
 * place, and never more open to others than its parent. Nothing is written yet.
 */
export function draftChild(
  deps: CaseDeps,
  given: { parent: CaseRow; stage: string | null; actor: Actor; now: Date; wish: ChildWish },
): DraftedChild {
  const { parent, stage, actor, now, wish } = given;
  const catalogue = deps.catalogue.get();
  const directory = deps.directory.get();
  const type = openType(catalogue, wish.typeCode);
  const unit = directory.units.get(wish.unitId);
  if (!unit?.active || unit.siteId !== parent.site_id) return refuse('target-invalid');
  if (isKeptFrom(unit.id, parent)) refuse('about-cannot-handle');
  const located =
    deps.places.get().chainOf(parent.area4_id ?? parent.area3_id ?? parent.area2_id ?? parent.site_id) ??
    refuse('place-outside');
  const place = { lng: parent.lng, lat: parent.lat, address: parent.address };
  const form = validateForm(type.definition, wish.form, directory);
  // Found by colleagues, whoever writes it down: figures count what the desk writes as told by a citizen.
  const channel = 'unit';
  const begun = beginCase(
    {
      type,
      actor,
      reporterId: actor.accountId,
      channel,
      located,
      place,
      form,
      urgent: parent.urgent,
      // The papers of the case it comes from are the child's too.
      photos: type.definition.evidence.report,
      now,
      seenAt: null,
      sendTo: { unitId: unit.id, name: unit.name, handleBy: wish.handleBy },
    },
    { directory, holidays: catalogue.holidays },
  );
  const id = newId();
  const item = intakeItem(
    {
      id,
      type,
      actor,
      reporterId: actor.accountId,
      channel,
      visibility: stricter(parent.visibility, type.definition.visibility),
      urgent: parent.urgent,
      words: wish.words,
      form,
      located,
      place,
      actions: begun.actions,
      folds: begun.folds,
      ruleKey: null,
      tried: [],
      unitKind: null,
      files: [],
      parentId: parent.id,
      aboutUnitIds: parent.about_unit_ids,
      now,
    },
    { requestId: newId(), actorKey: `child/${parent.id}`, operation: 'open-child-case', inputHash: Buffer.alloc(0) },
    {},
  );
  const data = {
    childId: id,
    typeCode: wish.typeCode,
    unitId: unit.id,
    words: wish.words,
    ...(wish.handleBy ? { handleBy: wish.handleBy } : {}),
    ...(stage ? { stage } : {}),
  };
  return {
    item,
    action: { kind: 'open-child', data, event: { childUnitId: unit.id, day: wish.handleBy ?? dayOf(now) } },
  };
}

/** Writes child cases in the caller's transaction by the statement that writes reports; answers their numbers in the order given. */
export async function insertChildren(db: Db, items: readonly IntakeItem[]): Promise<ChildRef[]> {
  if (items.length === 0) return [];
  const { rows } = await elevated(db, () =>
    db.executeQuery<{ id: string; number: string }>(CompiledQuery.raw(intakeSql, [JSON.stringify(items)])),
  );
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  return items.map(({ id }) => ({ caseId: id, number: numbers.get(id) ?? '' }));
}

const openness: readonly CaseVisibility[] = ['public', 'private', 'sealed'];

export function stricter(a: CaseVisibility, b: CaseVisibility): CaseVisibility {
  return openness[Math.max(openness.indexOf(a), openness.indexOf(b))] ?? 'sealed';
}
