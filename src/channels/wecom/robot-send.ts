import { createHash } from 'node:crypto';
import type { Outbound, SendResult } from '../channel.ts';
import { byteLength } from '../text-split.ts';
import { type ApiResult, post } from './api.ts';
import { sendResultOf } from './app-send.ts';
import { bytesToBase64 } from './crypto.ts';
import { mediaForm, uploadedOf } from './media.ts';

/** A robot's markdown may be longer than its text. */
const MAX_MARKDOWN_BYTES = 4096;

/** Group robots (消息推送): they speak in their one group and hear nothing. */
export class RobotSender {
  readonly #base: string;
  readonly #fetch: typeof fetch;

  constructor(base: string, doFetch: typeof fetch) {
    this.#base = base;
    this.#fetch = doFetch;
  }

  async send(key: string, message: Outbound): Promise<SendResult> {
    const { content, to } = message;
    if (content.type === 'text') {
      const mentioned = to.kind === 'room' && to.mention ? { mentioned_list: to.mention } : {};
      const { markdown } = content;
      if (markdown !== undefined && byteLength(markdown) <= MAX_MARKDOWN_BYTES) {
        return this.#post(key, { msgtype: 'markdown', markdown: { content: markdown } });
      }
      return this.#post(key, { msgtype: 'text', text: { content: content.text, ...mentioned } });
    }
    if (content.type === 'image') {
      // The platform wants MD5 over the raw bytes; WebCrypto has none, node:crypto runs on Workers too.
      const md5 = createHash('md5').update(content.data).digest('hex');
      return this.#post(key, { msgtype: 'image', image: { base64: bytesToBase64(content.data), md5 } });
    }
    return this.#sendFile(key, content.data, content.name);
  }

  async #sendFile(key: string, data: Uint8Array, name: string): Promise<SendResult> {
    const form = mediaForm(data, name, 'application/octet-stream');
    const url = `${this.#base}/cgi-bin/webhook/upload_media?${new URLSearchParams({ key, type: 'file' })}`;
    const uploaded = uploadedOf(await post(this.#fetch, url, form));
    if (uploaded.is === 'failed') return sendResultOf(uploaded.result);
    return this.#post(key, { msgtype: 'file', file: { media_id: uploaded.mediaId } });
  }

  async #post(key: string, body: Readonly<Record<string, unknown>>): Promise<SendResult> {
    const url = `${this.#base}/cgi-bin/webhook/send?${new URLSearchParams({ key })}`;
    const result: ApiResult = await post(this.#fetch, url, body);
    return sendResultOf(result);
  }
}
