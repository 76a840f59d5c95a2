import type { Outbound, SendResult } from '../channel.ts';
import type { ApiResult, AppApi } from './api.ts';
import type { AppConfig } from './config.ts';
import { resultOf, unreachable } from './errcode.ts';
import type { AppMedia } from './media.ts';

const INVALID_MEDIA = 40007;

/** How long the platform drops an identical repetition of a unique message, and of any at most, in seconds. */
const REPEAT_WINDOW_S = 1800;
const LONGEST_WINDOW_S = 4 * 3600;
/** A reply's own sending began a moment after it was received. */
const SOON_S = 60;
const REMEMBERED = 2_000;

/** What an answer means for one receiver: sending to nobody known counts as sent by error code alone. */
export function sendResultOf(result: ApiResult): SendResult {
  if (result.is === 'unreachable') return unreachable(result.why);
  const { errcode, errmsg, invaliduser, unlicenseduser } = result.answer;
  if (errcode !== 0) return resultOf(errcode, errmsg);
  if (invaliduser) return { is: 'refused', why: 'invaliduser' };
  if (unlicenseduser) return { is: 'refused', why: 'unlicenseduser' };
  return { is: 'sent' };
}

/**
 * Within how many seconds the same words are a repetition; null: never. The platform knows one by its content, and two
 * replies in the same words are both meant: so a reply is only checked when it may have gone out, and no further back.
 */
function repeatWindow({ unique, mayRepeatMs }: Outbound): number | null {
  if (unique) return REPEAT_WINDOW_S;
  if (mayRepeatMs === undefined) return null;
  return Math.min(LONGEST_WINDOW_S, Math.ceil(Math.max(0, mayRepeatMs) / 1000) + SOON_S);
}

type Body = { msgtype: string } & Readonly<Record<string, unknown>>;

/** The app's own allowance is the whole channel's. */
function ofTheApp(result: SendResult): SendResult {
  return result.is === 'retry' && result.fault === 'route' ? { ...result, fault: 'channel' } : result;
}

/** Sends to one member through the self-built app. */
export class AppSender {
  readonly #app: AppConfig;
  readonly #api: AppApi;
  readonly #media: AppMedia;
  readonly #now: () => number;
  /** What was said to whom lately, and when. */
  readonly #said = new Map<string, number>();

  constructor(app: AppConfig, api: AppApi, media: AppMedia, now: () => number) {
    this.#app = app;
    this.#api = api;
    this.#media = media;
    this.#now = now;
  }

  async send(userId: string, message: Outbound): Promise<SendResult> {
    const { content } = message;
    const windowS = repeatWindow(message) ?? this.#onlyAtOnce(userId, message);
    if (content.type === 'text') {
      const body: Body =
        content.markdown === undefined
          ? { msgtype: 'text', text: { content: content.text } }
          : { msgtype: 'markdown', markdown: { content: content.markdown } };
      return ofTheApp(sendResultOf(await this.#post(userId, body, windowS)));
    }
    const kind = content.type;
    const mime = kind === 'image' ? content.mime : 'application/octet-stream';
    const uploaded = await this.#media.upload(kind, content.data, content.name, mime);
    if (uploaded.is === 'failed') return ofTheApp(sendResultOf(uploaded.result));
    const result = await this.#post(
      userId,
      { msgtype: kind, [kind]: { media_id: uploaded.mediaId } },
      windowS,
    );
    if (result.is === 'answered' && result.answer.errcode === INVALID_MEDIA)
      this.#media.forget(uploaded.mediaId);
    return ofTheApp(sendResultOf(result));
  }

  /**
   * A reply sent for the first time is shown to the check too, so that the platform knows it should it be sent again;
   * as a repetition it takes only what comes at the same moment. Two in the same words at the same moment are both meant.
   */
  #onlyAtOnce(userId: string, { content }: Outbound): number | null {
    if (content.type !== 'text') return null;
    const words = `${userId}\n${content.text}`;
    const now = this.#now();
    const said = this.#said.get(words);
    this.#said.delete(words);
    this.#said.set(words, now);
    for (const oldest of this.#said.keys()) {
      if (this.#said.size <= REMEMBERED) break;
      this.#said.delete(oldest);
    }
    return said !== undefined && now - said < 2_000 ? null : 1;
  }

  async #post(userId: string, body: Body, windowS: number | null): Promise<ApiResult> {
    const repeat = windowS === null ? {} : { enable_duplicate_check: 1, duplicate_check_interval: windowS };
    const whole = { touser: userId, agentid: this.#app.agentId, ...body, ...repeat };
    return this.#api.call('/cgi-bin/message/send', whole);
  }
}
