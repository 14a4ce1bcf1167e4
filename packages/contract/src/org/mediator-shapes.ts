import { type DisputeKind, disputeKinds, type MediatorLanguage, mediatorLanguages } from '@linli/domain';
import { z } from 'zod';

// Object.keys forgets the literal keys
const kinds = Object.keys(disputeKinds) as [DisputeKind, ...DisputeKind[]];
const languages = Object.keys(mediatorLanguages) as [MediatorLanguage, ...MediatorLanguage[]];
export const MediatorKind = z.enum(kinds);
export const MediatorSpeech = z.enum(languages);

export const MediatorView = z.object({
  id: z.uuid(),
  name: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  kinds: z.array(z.string()),
  languages: z.array(z.string()),
  certificate: z.string(),
  rooms: z.array(z.object({ id: z.uuid(), name: z.string() })),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  active: z.boolean(),
  /** Open cases in which this mediator was named. */
  openCases: z.number().int(),
});
export type MediatorView = z.infer<typeof MediatorView>;

export const RoomView = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string(),
  capacity: z.number().int(),
  active: z.boolean(),
  unitId: z.uuid(),
  unitName: z.string(),
});
export type RoomView = z.infer<typeof RoomView>;
