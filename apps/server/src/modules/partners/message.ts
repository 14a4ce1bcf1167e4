import { BulletinContent, bulletinPeriods, FormValues, PartWords, SharedField, type SiteCode } from '@linli/contract';
import { caseStates, LocalText } from '@linli/domain';
import { z } from 'zod';

/**
 * What travels: CloudEvents 1.0 in the JSON batch format, with the extension `sequence` that counts what one site tells one other
 * from 1 without gaps.
 */
export const exchangePath = '/api/receive-exchange';
export const exchangeType = 'application/cloudevents-batch+json';
export const mostMessages = 250;
export const longestBody = 1_000_000;

const Instant = z.iso.datetime();
const SharedNumber = z.string().min(3).max(80);

/** Data by kind. A new field is added as optional; a new meaning is a new kind. */
const messageData = {
  'linli.case-shared.v1': z.object({
    number: SharedNumber,
    typeCode: z.string().max(40),
    typeName: LocalText,
    section: z.string().max(60).nullable(),
    summary: z.string().min(1).max(1000),
    /** From the reader's side: theirs is the part of whoever reads this. */
    senderPart: PartWords,
    receiverPart: PartWords,
    fields: z.array(SharedField).max(80),
    address: z.string().max(200).nullable(),
    point: z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable(),
    form: FormValues,
    reportedAt: Instant,
    sharedAt: Instant,
    state: z.enum(caseStates),
  }),
  'linli.case-state.v1': z.object({
    number: SharedNumber,
    /** The sender's own number of it. */
    ownNumber: z.string().max(60),
    state: z.enum(caseStates),
    at: Instant,
    onTime: z.boolean().nullable(),
  }),
  'linli.case-words.v1': z.object({
    number: SharedNumber,
    id: z.uuid(),
    words: z.string().min(1).max(1000),
    at: Instant,
  }),
  'linli.bulletin.v1': z.object({
    id: z.uuid(),
    every: z.enum(bulletinPeriods),
    fromDay: z.iso.date(),
    untilDay: z.iso.date(),
    madeAt: Instant,
    content: BulletinContent,
  }),
} as const;
export type MessageKind = keyof typeof messageData;
export type MessageData<K extends MessageKind> = z.infer<(typeof messageData)[K]>;

const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().max(120),
  type: z.string().max(80),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  sequence: z.string().regex(/^[1-9]\d{0,17}$/),
  data: z.record(z.string().max(60), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;
export const Batch = z.array(Envelope).max(mostMessages);

/** The answer to a batch: how far we have everything of yours, and what was not accepted. */
export const ExchangeAnswer = z.object({
  /** Id of the request answered: an old answer proves nothing. */
  of: z.uuid(),
  /** The last message applied without a gap; 0 = none. */
  until: z.string().regex(/^\d{1,18}$/),
  refused: z.array(z.object({ id: z.uuid(), code: z.string().max(60) })).max(mostMessages),
});
export type ExchangeAnswer = z.infer<typeof ExchangeAnswer>;

export function sourceOf(siteCode: z.infer<typeof SiteCode>): string {
  return `urn:linli:site:${siteCode}`;
}

export type ParsedMessage =
  | { [K in MessageKind]: { kind: K; data: MessageData<K> } }[MessageKind]
  | { kind: null; refused: 'unknown-kind' | 'input-invalid' };

/** Reads one message by its kind. What cannot be read is refused by itself and holds up nothing behind it. */
export function parseMessage(envelope: Envelope): ParsedMessage {
  if (!Object.hasOwn(messageData, envelope.type)) return { kind: null, refused: 'unknown-kind' };
  const kind = envelope.type as MessageKind; // asked on the line above
  const parsed = messageData[kind].safeParse(envelope.data);
  if (!parsed.success || isUnstorable(parsed.data)) return { kind: null, refused: 'input-invalid' };
  return { kind, data: parsed.data } as ParsedMessage; // parsed by the schema of this very kind
}

/** NUL and halves of surrogate pairs are JSON, but no text PostgreSQL keeps. JSON.stringify writes both as escapes. */
function isUnstorable(data: unknown): boolean {
  return /\\u(?:0000|d[89a-f])/i.test(JSON.stringify(data));
}
