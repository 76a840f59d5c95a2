/** Where the platform keeps its pictures and takes its answers; subdomains of these belong to it too. */
const domains = ['qq.com', 'qpic.cn', 'weixin.com', 'myqcloud.com', 'tencentcos.cn', 'wecom.work'];

/**
 * Is this an address a message may make the bot call? The platform's, by https; or the server the operator named
 * himself as the platform's (a government edition, a test). What a message says must not make the bot call inside.
 */
export function isPlatformAddress(address: string, apiBase: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, host } = new URL(address);
  const base = new URL(apiBase);
  if (host === base.host && protocol === base.protocol) return true;
  return (
    protocol === 'https:' && domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
  );
}

/** May the operator's address of the platform be this? Secrets go there: by https, or within this machine. */
export function mayBeApiBase(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
