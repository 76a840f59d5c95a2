/** The port every platform adapter implements. Platform ids stay outside; only these shapes come in. */

export type Content =
  /** `markdown` is the same content for platforms that render it; the plain text must say all of it. */
  | {
      type: 'text';
      text: string;
      markdown?: string;
      /** It asks whether to take a step (conversations/contract/turn.ts): for a page that offers answers. */
      confirms?: true;
    }
  | { type: 'image'; data: Uint8Array; mime: 'image/png' | 'image/jpeg'; name: string }
  | { type: 'file'; data: Uint8Array; name: string };

/** A message from a person. `at` is milliseconds since 1970, `messageId` the same on a redelivery. */
export interface Inbound {
  channel: string;
  messageId: string;
  at: number;
  from: { externalId: string; name?: string };
  chat: { kind: 'private' } | { kind: 'room'; externalId: string; name?: string; mentioned: boolean };
  content: /** `label`: the words on what was tapped, where `text` is only its number. */
    | { type: 'text'; text: string; quote?: string; label?: string }
    | { type: 'image'; data: Uint8Array; text?: string }
    | { type: 'pressed'; button: string }
    /** What was said before under this message id was taken back. */
    | { type: 'recalled'; of: string }
    | { type: 'unreadable'; what: 'voice' | 'video' | 'file' | 'location' | 'sticker' | 'link' };
}

export type Address =
  | { kind: 'private'; externalId: string }
  | { kind: 'room'; externalId: string; mention?: readonly string[] };

export interface Outbound {
  to: Address;
  content: Content;
  /** The same on every attempt at the same message, for platforms that know a message by it. */
  key?: string;
  /** Nothing else said to this receiver within the hour reads the same: a platform may drop a repetition by its content. */
  unique?: true;
  /** It may have gone out before, so many milliseconds ago at most: a platform that can drop a repetition shall. */
  mayRepeatMs?: number;
}

/**
 * What became of a send. `retry` says after how many milliseconds; `refused` will never succeed, where it is
 * `tooHeavy` a few words to the same receiver may. Where the
 * `fault` is the channel's (the platform is out of reach, its quota used up) or lies on the way to this receiver
 * alone, the message is not to blame and the attempt doesn't count.
 */
export type SendResult =
  | { is: 'sent' }
  | { is: 'retry'; afterMs: number; why: string; fault?: 'channel' | 'route' }
  | { is: 'refused'; why: string; tooHeavy?: true };

/** So many sends within a window of milliseconds. */
interface SendRate {
  count: number;
  perMs: number;
}

/** The rate of a channel that no platform throttles. */
export const unlimited: SendRate = { count: Number.MAX_SAFE_INTEGER, perMs: 1000 };

/** What a platform can do and how much of it. */
export interface Capabilities {
  rooms: boolean;
  mention: boolean;
  image: boolean;
  file: boolean;
  /** Longest text in UTF-8 bytes; longer ones are split at a sentence. */
  maxTextBytes: number;
  maxImageBytes: number;
  /** Sends allowed over the whole channel and per receiver. */
  rate: { total: SendRate; perReceiver: SendRate };
}

/**
 * Replies to one inbound message, already committed. The channel sends them in order and then calls `sent`,
 * which marks them lazily; if it never does, the delivery loop sends them.
 */
export interface Received {
  replies: readonly Outbound[];
  /**
   * True when the message id had been claimed before: the replies are the stored ones. A channel that sends
   * replies by an API then leaves them to the first delivery (and to the delivery loop, should that one have
   * died); a channel that answers in the same breath gives them again.
   */
  repeated?: boolean;
  /**
   * When the replies were committed at the earliest, by db/base/forward-clock.ts: from then on counts the time after
   * which the delivery loop takes them. Making their documents, or a sleep of the machine before it learned of the
   * commit, may have taken long since. Missing: just now.
   */
  committedAt?: number;
  sent(): void;
}

export type Receive = (inbound: Inbound) => Promise<Received>;

export interface Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Begins to deliver inbound messages; resolves once the channel is listening or trying to connect. */
  start(receive: Receive): Promise<void>;
  send(message: Outbound): Promise<SendResult>;
  /** False while nothing can be sent (not logged in, no connection): messages then wait without being tried. */
  ready?(): boolean;
  stop(): Promise<void>;
}
