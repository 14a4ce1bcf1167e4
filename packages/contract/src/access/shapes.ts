import { permissions, roles } from '@linli/domain';
import { z } from 'zod';

export const Phone = z.string().regex(/^1[0-9]{10}$/);
export const Permissions = z.array(z.enum(permissions));

/** Who is signed in, as pages need it: words for the header, permissions for what to draw. */
export const SessionView = z.object({
  kind: z.enum(['anonymous', 'resident', 'staff']),
  accountId: z.uuid().nullable(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  posts: z.array(
    z.object({
      postId: z.uuid().nullable(),
      role: z.enum(roles),
      roleName: z.string(),
      areaId: z.uuid(),
      areaName: z.string(),
      areaLevel: z.number().int(),
      path: z.string(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
    }),
  ),
  permissions: Permissions,
  demo: z.boolean(),
  now: z.iso.datetime(),
  siteName: z.string(),
  tileUrl: z.string().nullable(),
  /** The number of the desk, to call in one tap. */
  deskPhone: z.string().nullable(),
});
export type SessionView = z.infer<typeof SessionView>;
