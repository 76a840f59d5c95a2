import { Command, CommanderError, Help } from 'commander';
import type { App } from '../composition/compose.ts';
import { version } from '../setting/version.ts';
import { failureLine, isUsage } from './failure.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';
import { usageWords } from './usage-words.ts';

const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/**
 * `ruhu <command> …`. Exit codes: 0 done, 1 the work failed (reason in one line), 2 wrong usage.
 * Each command is loaded when it is called, so that the small ones start fast.
 */
export async function runCommandLine(
  args: readonly string[],
  streams: Streams = {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    env: process.env,
  },
): Promise<number> {
  let code: number = exitCodes.done;
  const program = commandTree(streams, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    streams.errors.write(`${failureLine(error)}\n`);
    return isUsage(error) ? exitCodes.usage : exitCodes.failed;
  }
}

/** Of a command: where it reads and writes, and where its exit code goes. */
interface Run {
  streams: Streams;
  finish: (code: number) => void;
}

/** What commander calls the parts of its help. */
const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

function inChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '[命令]');
}

const now = ['--now <时间>', '当作现在的时间，如 2022-03-15T17:40:00+08:00'] as const;

function commandTree(streams: Streams, finish: (code: number) => void): Command {
  const program = new Command('ruhu')
    .description('入户 Ruhu：聊着天完成入户排查')
    .configureHelp({
      styleTitle: (title) => helpTitles[title] ?? title,
      commandUsage: (command) => inChinese(new Help().commandUsage(command)),
      optionDescription: (option) =>
        new Help().optionDescription(option).replace(/ ?\(default: "?([^")]*)"?\)/u, '（默认 $1）'),
      subcommandTerm: (command) => inChinese(new Help().subcommandTerm(command)),
    })
    .helpOption('-h, --help', '看用法')
    .helpCommand('help [command]', '看一个命令的用法')
    .version(version, '-V, --version', '看版本')
    .exitOverride()
    .showHelpAfterError('（ruhu help 查看用法）')
    .configureOutput({
      writeOut: (s) => streams.output.write(s),
      writeErr: (s) => streams.errors.write(s),
      outputError: (message, print) => print(usageWords(message)),
    });
  const run = { streams, finish };
  addServing(program, run);
  addFiles(program, run);
  addLooking(program, run);
  addUpkeep(program, run);
  return program;
}

/** The bot itself, and talking to it. */
function addServing(program: Command, { streams, finish }: Run): void {
  program
    .command('start')
    .description('启动服务、日程和已配置的渠道')
    .option('--demo', '没有数据时先装入演示县')
    .option('--now <时间>', '新造的演示县以这一天为活动第8天；不给就是今天')
    .action(async (options) => finish(await (await import('./start.ts')).runStart(options, streams)));
  program
    .command('chat')
    .description('在终端里聊天：一行一条消息')
    .requiredOption('--as <手机号>', '谁在说话（手机号）')
    .option('--room <群>', '在哪个群里（群名或群标识）')
    .option(...now)
    .option('--record <文件>', '把这次聊天存成测试用的对话')
    .action(async (options) => finish(await (await import('./chat.ts')).runChat(options, streams)));
  program
    .command('tick')
    .description('执行到点的日程，列出排入和发出的消息')
    .option(...now)
    .option('--pictures <文件夹>', '图片写到哪个文件夹')
    .action(async (options) => finish(await (await import('./tick.ts')).runTick(options, streams)));
  program
    .command('rehearse')
    .description('演练：另起一个演练县，可以把钟拨到第二天早上')
    .option(...now)
    .option('--days <数>', '不开网页，让机器排查员走几天，打印每天的早提醒、走访和日报')
    .option('--households <数>', '第一次演练造多少户', '600')
    .action(async (options) => finish(await (await import('./rehearse.ts')).runRehearse(options, streams)));
}

/** What goes in and out as files. */
function addFiles(program: Command, { streams, finish }: Run): void {
  program
    .command('import <种类> <文件>')
    .description(
      '导入 staff（人员）、households（名册）、rooms（群）、units（单位）、national（国家系统导出）、answers（答问）、list（外来名单）',
    )
    .option('--partial', '有错的行跳过，其余照常导入')
    .option('--complete', '这是整份人员名单：表里没有的人移出')
    .option('--new-phones', '人员名单：同单位同名而手机号不同的，是原来那人换了号')
    .option('--kind <名单种类>', '外来名单：哪一种，如 insurance、warnings；不给就列出有哪些')
    .option('--from <来源>', '外来名单：哪里来的；不给就是管这种名单的部门')
    .option('--map <字段=表头...>', '外来名单：认不出的表头说一次就记住，如 身份证=证件号')
    .option('--preview', '只看会改什么，不写入')
    .option('--merge <旧村=新村...>', '单位表：表里没有了的村并到了哪个村，户、人和排查记录一起过去')
    .option(...now)
    .action(async (kind, file, { kind: listKind, ...options }) =>
      finish(await (await import('./import.ts')).runImport({ kind, file, listKind, ...options }, streams)),
    );
  program
    .command('export <种类> <文件...>')
    .description(
      '导出 ledger（台账）、problems（问题）、leads（线索）、answers（答问）为 .xlsx .csv .json；list 号数 文件：外来名单连核查结果',
    )
    .option('--unit <单位>', '只导出这个单位（代码或名称）')
    .option('--sheets <分法>', '按 village（村）、township（乡镇）分表，或 one（一张表）', 'village')
    .option('--all', '未排查的户也列出')
    .option('--campaign <活动>', '以前哪次活动的；不给就是现在的')
    .option(...now)
    .action(async (kind, files: string[], options) => {
      const [file = '', more] = files;
      const named = more === undefined ? { file } : { no: file, file: more };
      finish(await (await import('./export.ts')).runExport({ kind, ...named, ...options }, streams));
    });
  program
    .command('report <单位> <文件>')
    .description('生成单位的自查报告 .docx')
    .option('--as-of <日期>', '数据截止日期')
    .option('--red-head', '带红头、签发人和版记')
    .option(...now)
    .action(async (unit, file, options) => {
      const { runReport } = await import('./report.ts');
      const { asOf, redHead } = options;
      const args = { unit, out: file, asOf, redHead, now: timeOf(options.now) ?? new Date() };
      finish(await inApp(streams, (app) => runReport(app, args, printer(streams))));
    });
  program
    .command('archive <单位> <文件>')
    .description('打包一个村或乡镇的档案 .zip')
    .option(...now)
    .action(async (unit, file, options) => {
      const { runArchive } = await import('./archive.ts');
      const args = { unit, out: file, now: timeOf(options.now) ?? new Date() };
      finish(await inApp(streams, (app) => runArchive(app, args, printer(streams))));
    });
}

/** What only prints; no database is needed. */
function addLooking(program: Command, { streams, finish }: Run): void {
  program
    .command('understand')
    .description('逐行读 JSON {field,text,q?}，逐行写出 {text,status,value?}')
    .option('--score <文件>', '读一份带标准答案的 .jsonl，打印各项读对、一点就对、反问、错记、该问没问')
    .option(
      '--second <来源>',
      '和 --score 一起用：第二个读法的记录（.jsonl，逐行对应）或模型地址（http…/v1）',
    )
    .option('--misses', '和 --score 一起用：把没读对的逐行列出')
    .action(async ({ score, misses, second }) => {
      if (score === undefined)
        return await (await import('./understand.ts')).runUnderstand(streams.input, streams.output);
      const { runScore } = await import('./score.ts');
      finish(
        await runScore({ file: score, misses: misses === true, second, env: streams.env }, streams.output),
      );
    });
  program
    .command('plan')
    .description('方案各条目由哪些题目或规则覆盖')
    .option('--json', '每条一个 JSON 对象')
    .option('--campaign <活动>', '哪次活动；不给就是第一次')
    .action(async (options) => {
      const { runPlan } = await import('./plan.ts');
      const { campaignFor } = await import('./campaign.ts');
      const campaign = campaignFor(options.campaign);
      finish(runPlan(streams.output, { json: options.json === true, campaign }));
    });
  program
    .command('rights')
    .description('谁能办什么、看多远：角色与事项对照表（Markdown）')
    .action(async () => {
      const { rightsTable } = await import('../../conversations/access/rights-table.ts');
      streams.output.write(`${rightsTable()}\n`);
    });
}

/** What keeps a county running. */
function addUpkeep(program: Command, { streams, finish }: Run): void {
  program
    .command('demo')
    .description('在真实的乡镇和村上造一个演示县')
    .option('--households <数>', '户数', '2000')
    .option('--visited <比例>', '已排查的比例，0 到 1', '0.4')
    .option('--campaign <活动>', '哪次活动；不给就是第一次')
    .option('--now <时间>', '这一天是活动第8天；不给就是今天')
    .action(async (options) => finish(await (await import('./demo.ts')).runDemo(options, streams)));
  program
    .command('campaign [活动]')
    .description('有哪些活动、现在是哪个；给出 id 就转入那个活动')
    .action(async (id) => finish(await (await import('./begin.ts')).runCampaign(id, streams)));
  program
    .command('doctor')
    .description('检查数据库、密钥、令牌、时钟、时区、回调地址，说明怎么修')
    .action(async () => finish(await (await import('./doctor.ts')).runDoctor(streams)));
  program
    .command('codes <单位>')
    .description('给一个单位还没绑定的人发绑定码（打印一次，不再显示）')
    .option('--revoke', '作废该单位未用的码')
    .action(async (unit, options) =>
      finish(await (await import('./codes.ts')).runCodes({ unit, ...options }, streams)),
    );
  program
    .command('backup <文件>')
    .description('运行中备份全部数据到一个加密文件（密钥用 RUHU_BACKUP_KEY）')
    .action(async (file) => finish(await (await import('./backup.ts')).runBackup(file, streams)));
  program
    .command('restore <文件>')
    .description('把备份恢复到空的 DATA_DIR 或空库')
    .action(async (file) => finish(await (await import('./backup.ts')).runRestore(file, streams)));
  program
    .command('close <文件夹>')
    .description('关闭活动：先按乡镇打包档案，加 --yes 再删掉该删的（照片、聊天、派工）')
    .option('--yes', '档案打好后就删')
    .option('--early', '没到结束日期也关闭')
    .option(...now)
    .action(async (folder, options) => {
      const { runClose } = await import('./erase.ts');
      finish(await runClose({ folder, ...options, now: timeOf(options.now) ?? new Date() }, streams));
    });
  program
    .command('erase <什么> <哪个>')
    .description('删除 household（户编号）、staff（手机号）或 county（县代码）的数据，留记录')
    .option('--yes', '确定删除')
    .option('--reason <原因>', '为什么删')
    .action(async (what, which, options) =>
      finish(await (await import('./erase.ts')).runErase({ what, which, ...options }, streams)),
    );
  program
    .command('rotate-key')
    .description('换密钥：用 RUHU_KEY 解开，用 RUHU_NEW_KEY 重新加密')
    .action(async () => finish(await (await import('./rotate-key.ts')).runRotateKey(streams)));
}

/** Loaded late: the commands that need no database start without it. */
async function inApp(streams: Streams, work: (app: App) => Promise<number>): Promise<number> {
  const { withApp } = await import('./with-app.ts');
  return withApp(streams, work);
}

function printer({ output }: Streams): (line: string) => void {
  return (line) => output.write(`${line}\n`);
}
