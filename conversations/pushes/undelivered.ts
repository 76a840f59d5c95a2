/**
 * What an administrator is told, once a day and channel, when messages could not be delivered.
 * @param channel as people know it
 */
export function sayUndelivered(channel: string, why: string): string {
  return `有消息没能送到（${channel}）。平台的说法：${why}。常见原因：收件人不在应用可见范围，或群机器人被删了。请运行 ruhu doctor 查看。同一通道今天只提醒这一次。`;
}

/** Said in place of a picture or file that the platform finds too heavy. */
export function sayTooHeavy(kind: 'image' | 'file'): string {
  return kind === 'image'
    ? '图太大，平台不收，没发成；要说的都在文字里，图可以在网页上看。'
    : '表太大，平台不收，没发成；请到网页上要，或说小一点的范围，如只要一个村的。';
}
