import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What a request can fail with; `title` is for people, `type` and `status` for programs (RFC 9457). */
const faults = {
  notFound: { status: 404, title: '没有这个页面' },
  badRequest: { status: 400, title: '请求的格式不对' },
  notSignedIn: { status: 401, title: '还没有进入，或链接已过期' },
  forbidden: { status: 403, title: '不能这样做' },
  foreignOrigin: { status: 403, title: '请求不是从本页面发出的' },
  tooLarge: { status: 413, title: '内容太大' },
  notAPhoto: { status: 415, title: '这不是能用的照片' },
  tooMany: { status: 429, title: '发得太快，稍等一下' },
  failed: { status: 500, title: '系统暂时出错，请稍后再试' },
  unavailable: { status: 503, title: '数据库暂时连不上，请稍后再试' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

type FaultType = keyof typeof faults;

/** Thrown by a route, answered by the application as a problem document. */
export class HttpFault extends Error {
  readonly type: FaultType;
  readonly retryAfterSeconds: number | undefined;

  constructor(type: FaultType, detail = '', retryAfterSeconds?: number) {
    super(detail);
    this.type = type;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A problem document: `{type, title, status, detail?}` as application/problem+json. */
export function faultResponse(c: Context, fault: HttpFault): Response {
  const { status, title } = faults[fault.type];
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if (fault.retryAfterSeconds !== undefined) headers['retry-after'] = String(fault.retryAfterSeconds);
  const detail = fault.message === '' ? {} : { detail: fault.message };
  return c.body(
    JSON.stringify({ type: `urn:ruhu:problem:${fault.type}`, title, status, ...detail }),
    status,
    headers,
  );
}

/** The title of a fault, for pages. */
export function faultTitle(type: FaultType): { status: ContentfulStatusCode; title: string } {
  return faults[type];
}
