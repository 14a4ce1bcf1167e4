import type { getMyData, OutputOf, ParsedInputOf, showMyField } from '@linli/contract';
import { type Actor, findRegisterField, retentionDays, type SubjectNoun } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { findLooksAt, findOwnFields, findOwnLinks, getOwn, openOwnSecret } from '../registers/index.ts';
import type { PrivacyDeps } from './deps.ts';

type HeldField = OutputOf<typeof getMyData>['groups'][number]['fields'][number];

/** Everything held of the reader or their ward, and everybody who looked at it. */
export async function findMyData(
  db: Db,
  deps: PrivacyDeps,
  call: { actor: Actor; subjectId: string; now: Date },
): Promise<OutputOf<typeof getMyData>> {
  const { reader, row, role } = await getOwn(db, call.actor, call.subjectId);
  const fields = await findOwnFields(db, deps, { reader, row, now: call.now });
  const groups = Object.entries(retentionDays).flatMap(([group, keptDays]) => {
    const own = fields
      .filter((field) => field.group === group)
      .map(({ group: _group, ...field }) => ({ ...field, ...shapeOf(row.noun, field.code) }));
    return own.length === 0 ? [] : [{ group, keptDays, fields: own }];
  });
  const { byId } = deps.tags.get();
  return {
    subject: { id: row.id, noun: row.noun, kind: row.kind, name: row.name, nameMasked: false, state: row.state },
    role,
    groups,
    links: await findOwnLinks(db, reader, row),
    tags: row.tags.flatMap((id) => {
      const tag = byId.get(id);
      return tag ? [{ code: tag.code, name: tag.name, byRule: tag.rule !== null, purpose: tag.purpose }] : [];
    }),
    looks: (await findLooksAt(db, row.id)).map((look) => ({
      ...look,
      at: look.at.toISOString(),
      label: findRegisterField(row.noun, look.field)?.label ?? null,
    })),
  };
}

/** How a value of the field is said. */
function shapeOf(noun: SubjectNoun, code: string): Pick<HeldField, 'kind' | 'options'> {
  const { kind = 'text', options = [] } = findRegisterField(noun, code) ?? {};
  return { kind, options: options.map(({ value, label }) => ({ value, label })) };
}

/** A sealed value of one's own; the code was checked before. */
export async function showMine(
  db: Db,
  deps: PrivacyDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof showMyField> },
): Promise<OutputOf<typeof showMyField>> {
  const { row } = await getOwn(db, call.actor, call.input.subjectId);
  return { value: await elevated(db, () => openOwnSecret(db, deps, { row, field: call.input.field })) };
}
