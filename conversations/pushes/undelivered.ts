const channelNames: Readonly<Record<string, string>> = { wecom: '企业微信', wechaty: '微信', web: '网页' };

/** What an administrator is told, once a day and channel, when messages could not be delivered. */
export function sayUndelivered(channel: string, why: string): string {
  const name = channelNames[channel] ?? channel;
  return `有消息没能送到（${name}）。平台的说法：${why}。常见原因：收件人不在应用可见范围，或群机器人被删了。请运行 ruhu doctor 查看。同一通道今天只提醒这一次。`;
}
