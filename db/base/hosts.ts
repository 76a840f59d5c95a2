/** What a server of the list must be. */
export type Wanted = 'primary' | 'standby' | 'any';

/** One server of a list and how it is reached. */
interface DatabaseHost {
  url: string;
  /** As it stands in the list: to be told to the operator. */
  name: string;
}

const byAttribute: Readonly<Record<string, Wanted>> = {
  primary: 'primary',
  'read-write': 'primary',
  standby: 'standby',
  'read-only': 'standby',
  any: 'any',
};

/**
 * The servers of a database URL, which may name several (`postgres://u:p@a:5432,b:5432/ruhu`) and say which of them is
 * wanted (`target_session_attrs`); with several that is the primary unless said otherwise. Each gets a URL of its own: who
 * is asked next, after one failed or is not what is wanted, is decided here and not by the driver, which asks on for ever.
 */
export class Hosts {
  readonly all: readonly DatabaseHost[];
  readonly wanted: Wanted;
  #at = 0;

  constructor(url: string) {
    const { names, join, attribute } = parted(url);
    this.all = names.map((name) => ({ name, url: join(name) }));
    this.wanted = byAttribute[attribute ?? ''] ?? (names.length > 1 ? 'primary' : 'any');
  }

  get current(): DatabaseHost {
    return this.all[this.#at] as DatabaseHost;
  }

  /** This one failed, or isn't what is wanted: the next one's turn, unless somebody has found out already. */
  failed(url: string): void {
    if (url === this.current.url) this.#at = (this.#at + 1) % this.all.length;
  }
}

/** Does a URL of this shape name servers in a way that can be read? */
export function isDatabaseUrl(url: string): boolean {
  try {
    const { names, join } = parted(url);
    return names.every((name) => /^postgres(ql)?:$/u.test(new URL(join(name)).protocol) && name !== '');
  } catch {
    // Not readable: that is the answer.
    return false;
  }
}

/** The part between the user and the database's name, cut at its commas. */
function parted(url: string): { names: string[]; join(name: string): string; attribute: string | null } {
  const found = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/u.exec(url);
  if (found === null) throw new Error('not a database URL');
  const [, before = '', hosts = '', after = ''] = found;
  const query = new URLSearchParams(after.split('?')[1] ?? '');
  const attribute = query.get('target_session_attrs');
  query.delete('target_session_attrs');
  const rest = `${after.split('?')[0]}${query.size > 0 ? `?${query}` : ''}`;
  return { names: hosts.split(','), join: (name) => `${before}${name}${rest}`, attribute };
}
