/** What the terminal itself says to its operator, beside the bot's replies. */
export const terminalWords = {
  noSuchFile: (path: string) => `找不到图片 ${path}，没有发出去。`,
  failed: '系统暂时出错，这一句没有记下，请再发一次。',
  privately: '（私聊）',
  image: (name: string, where: string | undefined) => `[图片] ${where ?? name}`,
  file: (name: string, where: string | undefined) => `[文件] ${where ?? name}`,
} as const;
