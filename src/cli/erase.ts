import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { campaignOf } from '../../conversations/campaigns/all.ts';
import { reachForBackup } from '../../db/backup/reach.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import {
  closeCampaign,
  type Erased,
  type Erasing,
  eraseCounty,
  eraseHousehold,
  eraseStaff,
} from '../../db/erasing/erase.ts';
import { listUnits } from '../../db/places/units.ts';
import type { App } from '../composition/compose.ts';
import { writeArchive } from '../exports/archive.ts';
import type { Streams } from './streams.ts';
import { withApp } from './with-app.ts';

interface EraseOptions {
  what: string;
  /** Number of a household, telephone of a person, code of the county. */
  which: string;
  yes?: boolean;
  reason?: string;
}

const kinds = { household: '户编号', staff: '手机号', county: '县代码' } as const;

/** `ruhu erase household|staff|county <which> --yes`: takes it out for good and keeps a record that names nobody. */
export async function runErase(
  { what, which, yes, reason }: EraseOptions,
  streams: Streams,
): Promise<number> {
  const say = (line: string) => streams.output.write(`${line}\n`);
  if (!isKind(what)) {
    streams.errors.write(
      `能删的是 household（户编号）、staff（手机号）、county（县代码）。“${what}”不认识。\n`,
    );
    return 2;
  }
  if (yes !== true) {
    streams.errors.write('删了就找不回来，备份里的要另外处理。确定的话加上 --yes，最好写 --reason 原因。\n');
    return 2;
  }
  return withApp(streams, async (app) => {
    if (what === 'county' && which !== app.county) {
      streams.errors.write(`这里是 ${app.county}，不是 ${which}，没有删。\n`);
      return 1;
    }
    const erased = await onAllRows(app, streams, reason, (erasing) => byKind(what, erasing, which));
    if (erased === null) {
      streams.errors.write(`没有这个${kinds[what]}，没有删。\n`);
      return 1;
    }
    say(`删好了：${listed(erased)}。谁、何时、为何已留下记录，不含姓名。`);
    say('之前的备份和导出的文件里还有，请一并处理。');
    return 0;
  });
}

function byKind(what: keyof typeof kinds, erasing: Erasing, which: string): Promise<Erased> {
  if (what === 'household') return eraseHousehold(erasing, which);
  return what === 'staff' ? eraseStaff(erasing, which) : eraseCounty(erasing);
}

interface CloseOptions {
  folder: string;
  yes?: boolean;
  early?: boolean;
  now: Date;
}

/** `ruhu close <folder>`: archives every township into a new folder, then takes away what may go with the campaign. */
export async function runClose({ folder, yes, early, now }: CloseOptions, streams: Streams): Promise<number> {
  const say = (line: string) => streams.output.write(`${line}\n`);
  return withApp(streams, async (app) => {
    const { campaign, units } = await read(app.database, wholeCounty(app.county), async (db) => ({
      campaign: await readCampaign(db),
      units: await listUnits(db),
    }));
    if (campaign === null) {
      streams.errors.write('还没有活动，没有可关闭的。\n');
      return 1;
    }
    if (early !== true && isoDate(now.getTime()) <= campaign.end) {
      streams.errors.write(
        `${campaignOf(campaign).texts.short}到 ${campaign.end} 才结束。现在就关闭的话加上 --early。\n`,
      );
      return 1;
    }
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      streams.errors.write(`文件夹里已有东西：${folder}。请换一个新的。\n`);
      return 1;
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const unit of units.filter(({ kind }) => kind === 'township')) {
      const file = join(folder, `${unit.name}.zip`);
      const { households } = await writeArchive(app, unit, file, now.getTime());
      say(`${unit.name}档案：${households}户，${Math.ceil(statSync(file).size / 1024)} KB`);
    }
    if (yes !== true) {
      say(
        '档案打好了，库里什么都没删。核对无误后换一个文件夹加 --yes 再跑一次：照片、聊天、派工、比对名册会删掉，台账、问题、线索、报告留着。',
      );
      return 0;
    }
    const counts = await onAllRows(app, streams, undefined, (erasing) => closeCampaign(erasing, campaign.id));
    say(`关闭了，删掉：${listed(counts)}。台账、问题、线索、报告还在；档案在 ${folder}。`);
    return 0;
  });
}

async function onAllRows<T>(
  { county, config }: App,
  streams: Streams,
  reason: string | undefined,
  work: (erasing: Erasing) => Promise<T>,
): Promise<T> {
  const reached = await reachForBackup({
    databaseUrl: config.backupUrl ?? config.databaseUrl,
    dataDir: config.dataDir,
    say: (line) => streams.errors.write(`${line}\n`),
  });
  try {
    return await work({ url: reached.url, county, by: userInfo().username, reason });
  } finally {
    await reached.close();
  }
}

function listed(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([table, n]) => `${table} ${n}`);
  return parts.length === 0 ? '没有可删的' : parts.join('，');
}

function isKind(what: string): what is keyof typeof kinds {
  return Object.hasOwn(kinds, what);
}
