import type { Outbound, SendResult } from '../channel.ts';
import type { ApiResult, AppApi } from './api.ts';
import type { AppConfig } from './config.ts';
import { resultOf, unreachable } from './errcode.ts';
import type { AppMedia } from './media.ts';

const INVALID_MEDIA = 40007;

/** How long the platform drops an identical repetition of a unique message, in seconds. */
const REPEAT_WINDOW_S = 1800;

/** What an answer means for one receiver: sending to nobody known counts as sent by error code alone. */
export function sendResultOf(result: ApiResult): SendResult {
  if (result.is === 'unreachable') return unreachable(result.why);
  const { errcode, errmsg, invaliduser, unlicenseduser } = result.answer;
  if (errcode !== 0) return resultOf(errcode, errmsg);
  if (invaliduser) return { is: 'refused', why: 'invaliduser' };
  if (unlicenseduser) return { is: 'refused', why: 'unlicenseduser' };
  return { is: 'sent' };
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

  constructor(app: AppConfig, api: AppApi, media: AppMedia) {
    this.#app = app;
    this.#api = api;
    this.#media = media;
  }

  async send(userId: string, message: Outbound): Promise<SendResult> {
    const { content, unique } = message;
    if (content.type === 'text') {
      const body: Body =
        content.markdown === undefined
          ? { msgtype: 'text', text: { content: content.text } }
          : { msgtype: 'markdown', markdown: { content: content.markdown } };
      return ofTheApp(sendResultOf(await this.#post(userId, body, unique)));
    }
    const kind = content.type;
    const mime = kind === 'image' ? content.mime : 'application/octet-stream';
    const uploaded = await this.#media.upload(kind, content.data, content.name, mime);
    if (uploaded.is === 'failed') return ofTheApp(sendResultOf(uploaded.result));
    const result = await this.#post(
      userId,
      { msgtype: kind, [kind]: { media_id: uploaded.mediaId } },
      unique,
    );
    if (result.is === 'answered' && result.answer.errcode === INVALID_MEDIA)
      this.#media.forget(uploaded.mediaId);
    return ofTheApp(sendResultOf(result));
  }

  async #post(userId: string, body: Body, unique: true | undefined): Promise<ApiResult> {
    // The platform knows a repetition by its content: two replies in the same words are both meant.
    const repeat = unique ? { enable_duplicate_check: 1, duplicate_check_interval: REPEAT_WINDOW_S } : {};
    const whole = { touser: userId, agentid: this.#app.agentId, ...body, ...repeat };
    return this.#api.call('/cgi-bin/message/send', whole);
  }
}
