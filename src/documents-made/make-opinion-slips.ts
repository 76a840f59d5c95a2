import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachOf } from '../../conversations/access/policy.ts';
import { scopeOf } from '../../conversations/access/scope.ts';
import { fullDayInWords, isoDate } from '../../conversations/calendar/days.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import { codeFrom, normalCode } from '../../conversations/dialogues/binding/code.ts';
import { mostSlips, opinionCodeDays } from '../../conversations/supervision/opinions.ts';
import { write } from '../../db/base/transaction.ts';
import { logLooks } from '../../db/households/access-log.ts';
import { householdsForSlips, issueOpinionCodes } from '../../db/supervision/opinion-codes.ts';
import type { Content } from '../channels/channel.ts';
import { openTable } from '../documents/sheet-writer.ts';
import type { TableColumn } from '../documents/table-sink.ts';
import type { Workplace } from '../setting/workplace.ts';
import type { DocumentAsker } from './asker-now.ts';

/** On the left what is cut off before a slip is handed over, on the right the slip. */
const columns: readonly TableColumn[] = [
  { heading: '行政村', width: 12 },
  { heading: '村民组', width: 8 },
  { heading: '户主（剪掉）', width: 12 },
  { heading: '码', width: 14 },
  { heading: '怎么答', width: 70, align: 'left' },
];

/**
 * Codes for households of a unit as a sheet to cut into slips. The codes are made here and stand nowhere else; older
 * unused ones of the same households are void; every household in it is logged.
 */
export async function makeOpinionSlips(
  { database, county, outside, config }: Pick<Workplace, 'database' | 'county' | 'outside' | 'config'>,
  { args, fileName }: DocumentRequest,
  { speaker, chat }: DocumentAsker,
): Promise<Content | undefined> {
  if (speaker === null || speaker.roles.every((role) => reachOf(role, 'spotCheck') === 'none'))
    return undefined;
  const unit = unitCode.parse(args['unit']);
  const most = Math.min(Number(args['most'] ?? mostSlips), mostSlips);
  const at = Date.now();
  const expiresAt = at + opinionCodeDays * 86_400_000;
  const how = `两问两点，不写名字。手机打开 ${pageAddress(config.publicUrl)}，填左边的码。${fullDayInWords(isoDate(expiresAt))}前有效，只能用一次。`;
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-slips-'));
  try {
    const file = join(folder, 'slips.xlsx');
    await write(database, scopeOf(county, speaker), async (tx) => {
      const households = await householdsForSlips(tx, {
        ...{ unit, most, by: speaker.id },
        seed: crypto.randomUUID(),
      });
      const slips = households.map((household) => ({
        household,
        code: codeFrom(outside.hashOf(`opinion:${crypto.randomUUID()}:${household.id}`)),
      }));
      await issueOpinionCodes(
        tx,
        slips.map(({ household, code }) => ({
          household: household.id,
          hash: outside.hashOf(normalCode(code)),
        })),
        { by: speaker.id, at: new Date(at), expiresAt: new Date(expiresAt) },
      );
      const sink = openTable(file, 'xlsx');
      await sink.sheet({ name: '满意度码', title: fileName.replace(/\.xlsx$/u, ''), columns });
      for (const { household, code } of slips)
        await sink.row([household.villageName, household.group, household.headName, code, how]);
      await sink.end();
      const ids = households.map(({ id }) => id);
      await logLooks(tx, { staff: speaker.id, households: ids, what: '印满意度码', chat: chat.key, at });
    });
    return { type: 'file', data: await readFile(file), name: fileName };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pageAddress(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '县里公布的网址后面加 /myd' : new URL('/myd', publicUrl).href;
}
