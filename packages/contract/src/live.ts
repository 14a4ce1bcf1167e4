import { z } from 'zod';

/** One line of the journal as the live feed shows it to a reader who may see it. `cursor` resumes the feed. */
export const LiveEvent = z.object({
  cursor: z.string(),
  at: z.iso.datetime(),
  kind: z.string(),
  noun: z.string(),
  nounId: z.uuid(),
  path: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
/** Server-sent events of `GET /api/live`: first `snapshot` with the position, then `change` for each event. */
export const LiveSnapshot = z.object({ cursor: z.string(), at: z.iso.datetime() });
