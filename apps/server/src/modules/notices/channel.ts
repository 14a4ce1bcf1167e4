/** What a message says outside the product: never names, addresses or words people wrote (`docs/notices.md`). */
export type ChannelTemplate = 'sign-in-code' | 'case-notice' | 'invitation';

export interface Message {
  /** Eleven digits of the mainland. */
  phone: string;
  template: ChannelTemplate;
  params: Readonly<Record<string, string>>;
}

/**
 * Why a channel did not take a message. `busy`, `account` and `unavailable` may pass; `number` and `setup` will not, and the next
 * channel is tried. `account` and `setup` need a person.
 */
export const channelFaults = ['busy', 'number', 'account', 'setup', 'unavailable'] as const;
export type ChannelFault = (typeof channelFaults)[number];
export const passingFaults: readonly ChannelFault[] = ['busy', 'account', 'unavailable'];

export type SendResult =
  | { readonly ok: true; readonly reference: string }
  /** `code` is the channel's own word, for the log and the delivery. */
  | { readonly ok: false; readonly fault: ChannelFault; readonly code: string };

/** A way to reach a phone. `send` never throws: what goes wrong is in the answer. */
export interface Channel {
  readonly name: string;
  /** Templates it is set up for. */
  readonly templates: readonly ChannelTemplate[];
  send(message: Message): Promise<SendResult>;
}
