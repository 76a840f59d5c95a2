let names = 0;

/** The server shows it with the session (pg_stat_activity), also past a pooler. */
export function nextName(): string {
  names += 1;
  return `ruhu/${process.pid}/${names}`;
}
