import { z } from 'zod';
import { dump } from '../../db/backup/dump.ts';
import { clearSchema, holdsPeople, type LoadPart, load } from '../../db/backup/load.ts';
import { migrationsUpTo } from '../../db/base/migrate.ts';
import { BackupFault, type Frame, FrameWriter, readFrames } from './frames.ts';

const head = z.object({
  format: z.literal(1),
  program: z.string(),
  at: z.string(),
  migrations: z.array(z.number()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** The key that the ID numbers in it are sealed with, base64. */
  key: z.string(),
});

const told = z.discriminatedUnion('is', [
  z.object({ is: z.literal('table'), name: z.string() }),
  z.object({ is: z.literal('end'), counts: z.record(z.string(), z.number()) }),
]);

interface BackupWork {
  /** Who sees every row. */
  url: string;
  file: string;
  /** 32 bytes that seal the file. */
  backupKey: Uint8Array;
}

/** Rows by table, and the moment they are of. */
interface BackedUp {
  at: Date;
  rows: number;
}

/** Writes everything in the database into one sealed file, while the bot goes on. */
export async function backUp(
  { url, file, backupKey }: BackupWork,
  key: Uint8Array,
  program: string,
): Promise<BackedUp> {
  const out = new FrameWriter(file, backupKey);
  let at = new Date(0);
  try {
    const counts = await dump(url, {
      begin: ({ at: moment, migrations, tables }) => {
        at = moment;
        const keyText = Buffer.from(key).toString('base64');
        return out.json({ format: 1, program, at: at.toISOString(), migrations, tables, key: keyText });
      },
      table: (name) => out.json({ is: 'table', name }),
      rows: (chunk) => out.rows(chunk),
      end: (all) => out.json({ is: 'end', counts: all }),
    });
    await out.keep();
    return { at, rows: Object.values(counts).reduce((sum, n) => sum + n, 0) };
  } catch (error) {
    await out.drop();
    throw error;
  }
}

export interface Restored extends BackedUp {
  /** The key that the ID numbers are sealed with. */
  key: Uint8Array;
}

/** Fills an empty database from a backup; `url` may make tables there. It is then brought up to date by a start. */
export async function restore({ url, file, backupKey }: BackupWork): Promise<Restored> {
  const frames = readFrames(file, backupKey);
  const first = await frames.next();
  const read = head.safeParse(
    first.done ? undefined : 'value' in first.value ? first.value.value : undefined,
  );
  if (!read.success) throw new BackupFault('备份的开头读不懂：是更新的 ruhu 写的吗？请用新版本恢复');
  const { tables, migrations, key, at } = read.data;
  if (await holdsPeople(url))
    throw new BackupFault('数据库里已经有数据，不能恢复到上面。请换一个空的 DATA_DIR 或空库');
  await clearSchema(url);
  await migrationsUpTo(url, migrations);
  const counts = await load(url, tables, partsOf(frames));
  return {
    at: new Date(at),
    key: Buffer.from(key, 'base64'),
    rows: Object.values(counts).reduce((sum, n) => sum + n, 0),
  };
}

async function* partsOf(frames: AsyncIterable<Frame>): AsyncGenerator<LoadPart> {
  let end: LoadPart | undefined;
  for await (const frame of frames) {
    if (frame.is === 'rows') yield frame;
    else {
      const part = told.parse(frame.value);
      // Told only when the seal at the end of the file was found to hold.
      if (part.is === 'end') end = part;
      else yield part;
    }
  }
  if (end !== undefined) yield end;
}
