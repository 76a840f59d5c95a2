/** What a channel may say of itself: ids and counts, never names, numbers or texts of chats. Fits pino's logger. */
export interface ChannelLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const silentLog: ChannelLog = { info: () => {}, warn: () => {}, error: () => {} };

/** The message of whatever was thrown, cut to a line: platform errors sometimes quote a whole request. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

/** What kind of error it was, for what may quote people's words. */
export function kindOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : typeof thrown;
}
