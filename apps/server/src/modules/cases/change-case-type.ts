import type { CaseAfterView, changeCaseType, ParsedInputOf } from '@linli/contract';
import type { FormValues } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseType } from './catalogue.ts';
import { stricter } from './child-case.ts';
import type { CaseDeps } from './deps.ts';
import { aboutOf } from './intake-item.ts';
import type { CaseRow, LoadedCase } from './load-case.ts';
import { reportableType } from './report-input.ts';
import { validateForm } from './validate-form.ts';
import type { Becoming } from './wanted-action.ts';

const sameKind = { fields: [{ path: 'typeCode', code: 'not-an-option' as const, params: {} }] };

/**
 * The desk takes a case for another kind, while it lies at the desk: that kind's newest version, its form, its clocks from the report on. Who
 * may not read a sealed case is not its desk, so nobody opens one they cannot see.
 */
export function retypeCase(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof changeCaseType> },
): Promise<CaseAfterView> {
  const { input } = call;
  return actOnCase(db, deps, call, async ({ loaded, relations }) => {
    // Who may not is told so before being told about kinds and forms.
    if (!relations.has('desk') && !relations.has('duty-chief')) refuse('not-allowed');
    const { row } = loaded;
    if (input.typeCode === row.type_code) refuse('input-invalid', {}, sameKind);
    const type = reportableType(deps.catalogue.get(), input.typeCode);
    if (await deps.isShared(db, row.id)) refuse('case-shared');
    refuseUnfit(type, loaded);
    const form = validateForm(type.definition, input.form, deps.directory.get());
    return [
      {
        kind: 'retype',
        data: {
          typeCode: type.definition.code,
          version: type.version,
          from: row.type_code,
          ...(Object.keys(row.form).length > 0 ? { formBefore: row.form as FormValues } : {}), // validated against the kind before
          words: input.reason,
        },
        becomes: await becomingOf(db, row, type, form),
      },
    ];
  });
}

/** The kind takes reports of whoever reported it, or of the desk; and it has a place where it needs one. */
function refuseUnfit({ definition }: CaseType, { row, actions }: LoadedCase): void {
  const { reporters } = definition;
  const reporter = actions[0]?.data.reporterKind;
  if (!reporters.includes('desk') && !reporters.some((kind) => kind === reporter)) refuse('reporter-not-allowed');
  if (definition.needsPlace && row.lng === null && row.area2_id === null) refuse('place-needed');
}

async function becomingOf(db: Db, row: CaseRow, type: CaseType, form: FormValues): Promise<Becoming> {
  const parent = await findParent(db, row);
  const own = opennessAfter(row, type);
  const visibility = parent ? stricter(parent.visibility, own) : own;
  // Whom it was about under the kind before stays away, and whom the case is about that it comes from.
  const aboutUnitIds = [...row.about_unit_ids, ...(parent?.about_unit_ids ?? [])];
  return {
    definition: type.definition,
    version: type.version,
    form,
    visibility,
    aboutUnitIds: aboutOf({ type, form, visibility, aboutUnitIds }),
  };
}

/** What was told in confidence is shown to everybody under no kind. */
function opennessAfter(row: CaseRow, { definition }: CaseType): CaseRow['visibility'] {
  return definition.visibility === 'public' && row.visibility !== 'public' ? 'private' : definition.visibility;
}

/** A duty is never more open than the case it comes from; read as the product, since the desk need not see that one. */
async function findParent(db: Db, { parent_id: parentId }: CaseRow) {
  if (parentId === null) return undefined;
  return elevated(db, () =>
    db.selectFrom('cases').select(['visibility', 'about_unit_ids']).where('id', '=', parentId).executeTakeFirst(),
  );
}
