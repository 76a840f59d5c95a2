import type { Outside } from '../../conversations/contract/conversation.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import type { Database } from '../../db/base/connect.ts';
import type { Config } from './config.ts';
import type { Key } from './keys.ts';
import type { Log } from './log.ts';

/** What services work with: the database, the county at work, the key, the log. Put together in compose.ts. */
export interface Workplace {
  config: Config;
  log: Log;
  key: Key;
  outside: Outside;
  database: Database;
  /** The county at work here: the real one, or the made-up one while there is nothing else. */
  county: CountyCode;
  mode: CampaignSettings['mode'];
}
