import type { ApiResult, AppApi } from './api.ts';

/** A media id is valid for three days; it is thrown away a little earlier. */
const MEDIA_LIFE_MS = 2.5 * 24 * 60 * 60 * 1000;
const KEPT = 100;

type Uploaded = { is: 'uploaded'; mediaId: string } | { is: 'failed'; result: ApiResult };

/** The form of an upload: one part named `media` with its file name. */
export function mediaForm(data: Uint8Array, name: string, mime: string): FormData {
  const form = new FormData();
  form.append('media', new Blob([Uint8Array.from(data)], { type: mime }), name);
  return form;
}

/** The media id of an upload's answer, or what went wrong. */
export function uploadedOf(result: ApiResult): Uploaded {
  const mediaId =
    result.is === 'answered' && result.answer.errcode === 0 ? result.answer.media_id : undefined;
  return mediaId === undefined ? { is: 'failed', result } : { is: 'uploaded', mediaId };
}

async function digestOf(data: Uint8Array, name: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(data));
  return `${name}:${Array.from(new Uint8Array(digest), (byte) => byte.toString(16)).join('.')}`;
}

/** Uploads pictures and files, the same picture for many receivers only once. */
export class AppMedia {
  readonly #api: AppApi;
  readonly #now: () => number;
  readonly #known = new Map<string, { mediaId: string; until: number }>();

  constructor(api: AppApi, now: () => number) {
    this.#api = api;
    this.#now = now;
  }

  async upload(kind: 'image' | 'file', data: Uint8Array, name: string, mime: string): Promise<Uploaded> {
    const key = await digestOf(data, name);
    const known = this.#known.get(key);
    if (known && known.until > this.#now()) return { is: 'uploaded', mediaId: known.mediaId };
    const result = uploadedOf(
      await this.#api.call('/cgi-bin/media/upload', mediaForm(data, name, mime), { type: kind }),
    );
    if (result.is === 'uploaded') this.#remember(key, result.mediaId);
    return result;
  }

  /** The platform no longer knows a media id. */
  forget(mediaId: string): void {
    for (const [key, known] of this.#known) if (known.mediaId === mediaId) this.#known.delete(key);
  }

  #remember(key: string, mediaId: string): void {
    const oldest = this.#known.size >= KEPT ? this.#known.keys().next().value : undefined;
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, { mediaId, until: this.#now() + MEDIA_LIFE_MS });
  }
}
