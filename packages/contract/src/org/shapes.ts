import { roles, unitKinds } from '@linli/domain';
import { z } from 'zod';

export { unitKinds };

/** A number people may call: of a unit, never of a person. */
export const PublicPhone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 -]{2,18}$/);

export const UnitView = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  areas: z.array(z.object({ id: z.uuid(), name: z.string() })),
  active: z.boolean(),
  phone: z.string().nullable(),
  people: z.number().int(),
  openCases: z.number().int(),
});
export type UnitView = z.infer<typeof UnitView>;

export const PostView = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  roleName: z.string(),
  areaId: z.uuid(),
  areaName: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  vacant: z.boolean(),
  /** Sees sealed matters of its place: let in by name, beside what its role may. */
  sealed: z.boolean(),
  holders: z.array(
    z.object({
      holdingId: z.uuid(),
      accountId: z.uuid(),
      name: z.string(),
      from: z.iso.date(),
      until: z.iso.date().nullable(),
      deputy: z.boolean(),
    }),
  ),
});
export type PostView = z.infer<typeof PostView>;
