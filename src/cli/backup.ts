import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayMoment } from '../../conversations/calendar/workdays.ts';
import { reachForBackup } from '../../db/backup/reach.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { backUp, type Restored, restore } from '../backup/backup.ts';
import { type Config, ConfigError, readConfig } from '../setting/config.ts';
import { ensureDataDir } from '../setting/data-dir.ts';
import { keyFor } from '../setting/keys.ts';
import { version } from '../setting/version.ts';
import type { Streams } from './streams.ts';

/** `ruhu backup <file>`: everything in the database into one sealed file, while the bot goes on. */
export async function runBackup(file: string, streams: Streams): Promise<number> {
  const config = readConfig(streams.env);
  const backupKey = backupKeyOf(config);
  const key = keyFor(config.key, config.dataDir);
  const reached = await reachedBy(config, streams);
  try {
    const { at, rows } = await backUp({ url: reached.url, file, backupKey }, key.bytes, version);
    streams.output.write(
      `备份好了：${sayMoment(at.getTime())}的全部数据，${rows} 行，已加密。\n${file}\n` +
        '恢复要用这个文件和 RUHU_BACKUP_KEY；两样分开存。.env 不在里面，请另存。\n',
    );
    return 0;
  } finally {
    await reached.close();
  }
}

/** `ruhu restore <file>`: fills an empty DATA_DIR or database from a backup. */
export async function runRestore(file: string, streams: Streams): Promise<number> {
  const config = readConfig(streams.env);
  const backupKey = backupKeyOf(config);
  if (config.databaseUrl === undefined) ensureDataDir(config.dataDir);
  const reached = await reachedBy(config, streams);
  try {
    const restored = await restore({ url: reached.url, file, backupKey });
    // The first opening brings the tables up to date and gives the program its login.
    const { databaseUrl, dataDir } = config;
    await (await openDatabase({ databaseUrl, dataDir })).close();
    streams.output.write(
      `恢复好了：${sayMoment(restored.at.getTime())}的全部数据，${restored.rows} 行。\n${aboutKey(config, restored)}`,
    );
    return 0;
  } finally {
    await reached.close();
  }
}

function reachedBy(config: Config, streams: Streams) {
  return reachForBackup({
    databaseUrl: config.backupUrl ?? config.databaseUrl,
    dataDir: config.dataDir,
    say: (line) => streams.errors.write(`${line}\n`),
  });
}

function backupKeyOf({ backupKey }: Config): Uint8Array {
  if (backupKey === undefined)
    throw new ConfigError(
      'RUHU_BACKUP_KEY：没有填写。备份用它加密：openssl rand -base64 32，写进 .env，另存一份，别和备份放在一起',
    );
  return Buffer.from(backupKey, 'base64');
}

/** The ID numbers open only with the key they were sealed with. */
function aboutKey({ key, dataDir }: Config, restored: Restored): string {
  if (key !== undefined && Buffer.from(key, 'base64').equals(restored.key)) return '';
  if (key === undefined && keyFileWritten(dataDir, 'ruhu.key', restored.key)) return '';
  const file = join(dataDir, 'restored.key');
  keyFileWritten(dataDir, 'restored.key', restored.key);
  return `备份里的身份证号要用当时的 RUHU_KEY 才解得开，已写进 ${file}：请填进 .env 的 RUHU_KEY，再删掉这个文件。\n`;
}

function keyFileWritten(folder: string, name: string, key: Uint8Array): boolean {
  ensureDataDir(folder);
  try {
    writeFileSync(join(folder, name), Buffer.from(key).toString('base64'), { mode: 0o600, flag: 'wx' });
    return true;
  } catch {
    // There is one already, and it may be in use.
    return false;
  }
}
