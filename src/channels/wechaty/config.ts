import { z } from 'zod';

export interface WechatyConfig {
  /** npm name of the puppet. */
  puppet: string;
  options: Readonly<Record<string, unknown>>;
  /** File that keeps the login between starts (puppets that need one), without extension. */
  memory: string;
}

/** Said wherever the channel is configured: at start and by the doctor. */
export const UNOFFICIAL_WARNING =
  '注意：已启用 wechaty 通道。它用个人微信号登录，不是腾讯的官方接口，随时可能被限制登录或封号，也不受腾讯服务条款保护。' +
  '请只用专门注册的备用号，不要群发，不要用干部本人的微信；正式工作请用企业微信通道。';

const blank = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().trim().optional(),
);

const raw = z.object({
  WECHATY_PUPPET: blank,
  WECHATY_PUPPET_OPTIONS: blank,
  WECHATY_PUPPET_SERVICE_TOKEN: blank,
  WECHATY_PUPPET_SERVICE_ENDPOINT: blank,
  WECHATY_PUPPET_SERVICE_NO_TLS: blank,
  DATA_DIR: blank,
});
type Raw = z.infer<typeof raw>;

export const PUPPET_SERVICE = 'wechaty-puppet-service';

/** Options for the gRPC puppet: an endpoint spares the public discovery service, which may be out of reach. */
function serviceOptions(env: Raw): Record<string, unknown> {
  const { WECHATY_PUPPET_SERVICE_TOKEN: token, WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint } = env;
  return {
    ...(token === undefined ? {} : { token }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(env.WECHATY_PUPPET_SERVICE_NO_TLS === undefined ? {} : { tls: { disable: true } }),
  };
}

function readOptions(text: string | undefined): Record<string, unknown> | null {
  if (text === undefined) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    // No JSON object: the caller tells the operator which variable it is.
    return null;
  }
}

/** The wechaty group of the environment: null (off) where no puppet is named. */
export const wechatyEnv = raw.transform((env, ctx): WechatyConfig | null => {
  const complain = (path: keyof Raw, message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message });
  const puppet = env.WECHATY_PUPPET;
  if (puppet === undefined) return null;
  const given = readOptions(env.WECHATY_PUPPET_OPTIONS);
  if (given === null) complain('WECHATY_PUPPET_OPTIONS', '应为 JSON，例如 {"token":"puppet_padlocal_xxx"}');
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/u.test(puppet)) {
    complain('WECHATY_PUPPET', '应为 wechaty puppet 的 npm 包名，例如 wechaty-puppet-service');
  }
  if (puppet === PUPPET_SERVICE) {
    const token = env.WECHATY_PUPPET_SERVICE_TOKEN ?? given?.['token'];
    const endpoint = env.WECHATY_PUPPET_SERVICE_ENDPOINT;
    if (token === undefined)
      complain(
        'WECHATY_PUPPET_SERVICE_TOKEN',
        '没有填写。使用 wechaty-puppet-service 必须有服务商给的 token',
      );
    if (endpoint !== undefined && !/^[\w.-]+:\d+$/u.test(endpoint)) {
      complain('WECHATY_PUPPET_SERVICE_ENDPOINT', '应为“地址:端口”，例如 10.0.0.8:9999');
    }
  }
  const options = { ...(puppet === PUPPET_SERVICE ? serviceOptions(env) : {}), ...given };
  return { puppet, options, memory: `${env.DATA_DIR ?? './data'}/wechaty` };
});
