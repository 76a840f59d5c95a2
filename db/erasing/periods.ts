// biome-ignore-all format: one entry a line
/** What is kept of a table, and for how long. Every table stands here, one entry a line; docs/operations.md shows it as a table. */
export type KeepPeriod = {
  table: string;
  zh: string;
  en: string;
  /** Further narrowed to these rows (SQL). */
  only?: string;
} & (
  | {
      /** Goes so many days after the moment of this column (SQL). */
      days: number;
      since: string;
      /** Instead of the row these go (SQL, a set list). */
      blank?: string;
      /** A log that the bot may not delete from: the tables' owner does it (migrations/0030), never before half a year. */
      byOwner?: true;
    }
  | {
      /** `close`: goes when the campaign is closed (ruhu close); `county`: with the county (ruhu erase county); `always`: stays. */
      until: 'close' | 'county' | 'always';
    }
);

export const periods: readonly KeepPeriod[] = [
  { table: 'inbox', days: 7, since: 'received_at', zh: '收到的消息的回复', en: 'replies to messages' },
  { table: 'outbox', days: 7, since: 'set_at', only: "kind = 'reply' and status <> 'queued'", zh: '补发过的回复', en: 'replies sent later' },
  { table: 'outbox', days: 30, since: 'set_at', only: "status <> 'queued' and body <> '{}'", blank: "body = '{}', address = '{}'", zh: '推送的文字和收件人', en: 'words and receivers of pushes' },
  { table: 'outbox', until: 'close', zh: '推送的记账', en: 'the account of pushes' },
  { table: 'waiting_message', days: 7, since: 'stored_at', zh: '等着回的消息', en: 'messages that wait for an answer' },
  { table: 'web_message', days: 14, since: 'at', zh: '网页聊天', en: 'the chat page' },
  { table: 'dialogue', until: 'close', zh: '说到哪儿了', en: 'where a dialogue stands' },
  { table: 'account', days: 30, since: 'last_seen_at', only: 'staff_id is null', zh: '没绑定的陌生人', en: 'strangers who never bound' },
  { table: 'account', until: 'county', zh: '绑定的账号', en: 'bound accounts' },
  { table: 'bind_code', days: 30, since: 'coalesce(used_at, revoked_at, expires_at)', zh: '用过、过期的绑定码', en: 'codes used or run out' },
  { table: 'web_session', days: 30, since: 'coalesce(ended_at, seen_at)', zh: '网页登录', en: 'sessions of the pages' },
  { table: 'web_ticket', days: 1, since: 'expires_at', zh: '用过的登录链接', en: 'used entry links' },
  { table: 'desk_work', days: 1, since: 'goes_at', zh: '网页上导入、导出的文件', en: 'files on their way in and out at the page' },
  { table: 'desk_file', days: 1, since: "(select goes_at from desk_work w where w.county = desk_file.county and w.id = desk_file.work_id)", zh: '这些文件的内容', en: 'the parts of these files' },
  { table: 'attachment', days: 2, since: 'at', only: 'village is null and household_id is null and visit_id is null and problem_id is null and question is null and not exists (select 1 from problem_event e where e.county = attachment.county and attachment.id = any (e.attachments)) and not exists (select 1 from monitoring_lead_event e where e.county = attachment.county and attachment.id = any (e.attachments))', zh: '没归到哪户的照片', en: 'photos of no household' },
  { table: 'attachment', until: 'close', zh: '照片', en: 'photos' },
  { table: 'order_log', until: 'close', zh: '可撤回的指令', en: 'orders that can be taken back' },
  { table: 'carrier', days: 2, since: 'noted_at', zh: '谁发到哪儿了', en: 'who has sent how far' },
  { table: 'send_pace', days: 2, since: 'next_at', zh: '发送的快慢', en: 'paces of sending' },
  { table: 'platform_token', days: 30, since: 'expires_at', zh: '平台令牌', en: 'tokens of platforms' },
  { table: 'access_log', days: 365, since: 'at', byOwner: true, zh: '谁看过哪户', en: 'who looked at whom' },
  { table: 'push_run', until: 'close', zh: '日程跑过没有', en: 'runs of the schedule' },
  { table: 'progress_summary', until: 'close', zh: '进度汇总', en: 'progress sums' },
  { table: 'assignment', until: 'close', zh: '谁管哪户', en: 'who looks after whom' },
  { table: 'register_fact', until: 'close', zh: '比对用的名册', en: 'registers to compare with' },
  { table: 'outside_row', until: 'close', zh: '外来名单的行', en: 'rows of lists from elsewhere' },
  { table: 'outside_list', until: 'close', zh: '外来名单', en: 'lists from elsewhere' },
  { table: 'outside_mapping', until: 'county', zh: '外来名单的列名对应', en: 'which heading of a list means what' },
  { table: 'import_change', days: 2, since: 'at', zh: '导入前的样子（供撤销）', en: 'rows before an import (to undo it)' },
  { table: 'register_import', until: 'close', zh: '导入记录', en: 'imports' },
  { table: 'household', until: 'county', zh: '户', en: 'households' },
  { table: 'visit', until: 'county', zh: '台账', en: 'the ledger' },
  { table: 'answer', until: 'county', zh: '每次怎么答的', en: 'each answer' },
  { table: 'problem', until: 'county', zh: '问题', en: 'problems' },
  { table: 'problem_event', until: 'county', zh: '问题的经过', en: 'what became of problems' },
  { table: 'monitoring_lead', until: 'county', zh: '监测线索', en: 'leads' },
  { table: 'monitoring_lead_event', until: 'county', zh: '线索的经过', en: 'what became of leads' },
  { table: 'self_check', until: 'county', zh: '单位自查', en: 'self-checks' },
  { table: 'self_report', until: 'county', zh: '自查报告', en: 'self-reports' },
  { table: 'report_note', until: 'county', zh: '报告里添的话', en: 'notes to reports' },
  { table: 'activity', until: 'county', zh: '会议、培训', en: 'meetings and trainings' },
  { table: 'year_task', until: 'county', zh: '年度任务清单', en: "the year's tasks" },
  { table: 'urging_order', until: 'county', zh: '督办单', en: 'orders to hurry' },
  { table: 'training_result', until: 'county', zh: '培训小测成绩', en: 'results of the training test' },
  { table: 'opinion', until: 'county', zh: '满意度', en: 'what households think of the work' },
  { table: 'opinion_code', until: 'close', zh: '满意度码', en: 'codes on paper for it' },
  { table: 'spot_check', until: 'county', zh: '抽查', en: 'spot-checks' },
  { table: 'staff', until: 'county', zh: '人员', en: 'staff' },
  { table: 'unit', until: 'county', zh: '单位', en: 'units' },
  { table: 'room', until: 'county', zh: '群', en: 'rooms' },
  { table: 'village_size', until: 'county', zh: '各村户数', en: 'sizes of villages' },
  { table: 'setting', until: 'county', zh: '设置', en: 'settings' },
  { table: 'county_number', until: 'county', zh: '编号用到几', en: 'the last numbers' },
  { table: 'security_event', days: 365, since: 'at', byOwner: true, zh: '绑定、登录的安全日志', en: 'the security log' },
  { table: 'erasure', until: 'always', zh: '删过什么', en: 'what was erased' },
];

const ends = {
  zh: { close: '关闭大排查时', county: '删除全县时', always: '一直留着' },
  en: { close: 'when the campaign is closed', county: 'with the county', always: 'stays' },
} as const;

/** The periods as docs/operations.md shows them, one line per period of time. */
export function periodLines(language: 'zh' | 'en'): string[] {
  const groups = new Map<string, string[]>();
  for (const period of periods) {
    const days = language === 'zh' ? (n: number) => `${n} 天后` : (n: number) => `after ${n} days`;
    const when = 'days' in period ? days(period.days) : ends[language][period.until];
    groups.set(when, [...(groups.get(when) ?? []), `${period[language]} (\`${period.table}\`)`]);
  }
  const comma = language === 'zh' ? '、' : ', ';
  return [...groups].map(([when, what]) => `| ${when} | ${what.join(comma)} |`);
}
