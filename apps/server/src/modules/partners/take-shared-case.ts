import type { importCase, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, type CaseState, systemActor } from '@linli/domain';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { Refusal } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { PlaceIndex } from '../places/index.ts';
import type { MessageData } from './message.ts';
import type { Sender } from './sender.ts';

/** The door through which cases of elsewhere are made: once for each source and external id, however often it is called. */
export type TakeOver = (call: {
  actor: Actor;
  input: ParsedInputOf<typeof importCase>;
  now: Date;
  requestId: string;
}) => Promise<OutputOf<typeof importCase>>;

export interface TakeDeps {
  places: VersionedCache<PlaceIndex>;
  takeOver: TakeOver;
}
export type Taken = { caseId: string; state: CaseState } | { refused: string };

/** Refusals that pass by themselves: the sender tries again. */
const passing: ReadonlySet<string> = new Set(['unavailable', 'calendar-year-missing', 'too-many-requests', 'broken']);

/**
 * Our own case for what they share: reported now, since our clocks begin when we know; in the area of its point where that lies with
 * us, else in the whole site.
 */
export async function takeSharedCase(
  deps: TakeDeps,
  sender: Sender,
  data: MessageData<'linli.case-shared.v1'>,
  now: Date,
): Promise<Taken> {
  const located = data.point ? deps.places.get().locate(data.point.lng, data.point.lat) : null;
  const area = located?.siteId === sender.siteId ? located.areas.at(-1) : undefined;
  const requestId = newId();
  const input: ParsedInputOf<typeof importCase> = {
    requestId,
    source: {
      system: `site:${sender.code}`,
      externalId: data.number,
      status: data.state,
      channel: 'partner',
      dueAt: null,
    },
    typeCode: data.typeCode,
    areaId: area?.id ?? sender.siteId,
    point: data.point,
    address: data.address ?? '',
    words: data.summary,
    form: data.form,
    reportedAt: now.toISOString(),
    closed: null,
  };
  try {
    const { caseId, state } = await deps.takeOver({ actor: systemActor, input, now, requestId });
    return { caseId, state };
  } catch (error) {
    if (error instanceof Refusal && !passing.has(error.code)) return { refused: error.code };
    throw error;
  }
}
