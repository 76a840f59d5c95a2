/** What can go wrong with the database, by name: the rest of the program never sees a SQL code. */
export type FaultName =
  /** The server can't be reached or went away in the middle; what was not confirmed may be tried again. */
  | 'unreachable'
  /** Somebody else holds what is needed, for longer than one waits; to be tried again. */
  | 'locked'
  | 'wrongLogin'
  | 'roles'
  /** The bot would work as somebody whom row-level security doesn't hold. */
  | 'bypasses'
  /** A pooler or server doesn't take the settings that a session begins with. */
  | 'refusedSettings'
  /** The user doesn't see every row where every row is wanted. */
  | 'blind'
  | 'migration'
  /** Somebody else changed it first. */
  | 'conflict'
  | 'duplicate'
  | 'missingReference'
  | 'badValue'
  /** Outside of the speaker's scope. */
  | 'forbidden'
  | 'full'
  /** The county has no campaign yet. */
  | 'notSetUp'
  | 'unexpected';

/** What a statement failed of, by a name of ours instead of an SQL code. */
export class DatabaseFault extends Error {
  readonly is: FaultName;
  /** The constraint that was hit, e.g. household_code. */
  readonly constraint: string | undefined;

  constructor(
    is: FaultName,
    message: string,
    options?: { cause?: unknown; constraint?: string | undefined },
  ) {
    super(message, options);
    this.name = 'DatabaseFault';
    this.is = is;
    this.constraint = options?.constraint;
  }
}

/** Our own codes, raised by statements that must not half succeed. */
const guardFailed = 'RH001';

const byCode: Record<string, FaultName> = {
  [guardFailed]: 'conflict',
  '23505': 'duplicate',
  '23503': 'missingReference',
  '23502': 'badValue',
  '23514': 'badValue',
  '22001': 'badValue',
  '22003': 'badValue',
  '22007': 'badValue',
  '22008': 'badValue',
  '22021': 'badValue',
  '22P02': 'badValue',
  '22P05': 'badValue',
  '40001': 'conflict',
  '40P01': 'conflict',
  '42501': 'forbidden',
  '28P01': 'wrongLogin',
  '28000': 'wrongLogin',
  '3D000': 'wrongLogin',
  '53100': 'full',
  '08P01': 'refusedSettings',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '53300': 'unreachable',
  // A standby, or a primary that became one: the next connection may lead to the primary.
  '25006': 'unreachable',
  // The server gave up a statement, an idle transaction or a session by its time.
  '57014': 'unreachable',
  '25P03': 'unreachable',
  '25P04': 'unreachable',
  '57P05': 'unreachable',
  '55P03': 'locked',
};

const lost =
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|08)/;

/**
 * Any error of a statement as a fault with a name. The message says what kind it is and the constraint, never
 * the values: they may be people's names and numbers.
 */
export function faultOf(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  if (field(error, 'code') === undefined && error instanceof Error && error.cause instanceof Error) {
    // A statement's error comes wrapped; whatever else has a cause (a file that can't be read) speaks for itself.
    const inner = faultOf(error.cause);
    if (inner.is !== 'unexpected' || isOfServer(error.cause)) return inner;
  }
  const code = field(error, 'code');
  const constraint = field(error, 'constraint_name');
  const is =
    code === undefined ? 'unexpected' : (byCode[code] ?? (lost.test(code) ? 'unreachable' : 'unexpected'));
  const detail = [code, constraint, field(error, 'table_name'), field(error, 'column_name')]
    .filter(Boolean)
    .join(' ');
  const told = is === 'unexpected' && error instanceof Error ? `: ${error.message}` : '';
  return new DatabaseFault(is, `Database: ${is}${detail ? ` (${detail})` : ''}${told}`, {
    cause: error,
    constraint,
  });
}

/** Whether an error is a database fault of one of these kinds. */
export function isFault(error: unknown, ...names: FaultName[]): error is DatabaseFault {
  return error instanceof DatabaseFault && names.includes(error.is);
}

/** Postgres names its errors by five letters and digits. */
function isOfServer(error: unknown): boolean {
  return /^[0-9A-Z]{5}$/.test(field(error, 'code') ?? '');
}

function field(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null || !(name in error)) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
