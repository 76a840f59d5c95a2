import type { Conversation } from '../../contract/conversation.ts';
import type { Lead } from '../../leads/lead.ts';
import { forbiddenIn, householdOnNotice } from '../../leads/notice.ts';
import { type Paper, papersOf } from '../../leads/papers.ts';
import { leadName } from './show.ts';

/** 线索 3 表, 线索 3 打印: the papers to be signed, ready to print; with the notice once it may be put up. */
export function asksPapers(rest: string): boolean {
  return /^(?:打印)?(?:用?表|表格|材料|申请书|授权书|评议记录|打印)$/u.test(rest);
}

/** The papers as one Word file. `notice`: the text to be put up, where it is time for it. */
export function sendPapers(c: Conversation, lead: Lead, notice: string | undefined): void {
  if (c.inRoom) return c.say('表上有户主姓名，请私聊要。');
  // As it is with the notice in chat: one that holds anything private is not handed out.
  const open = notice !== undefined && forbiddenIn(notice.replace(householdOnNotice(lead), '')).length === 0;
  const papers = [...papersOf(lead), ...(open ? [noticePaper(notice)] : [])];
  c.say(
    `${leadName(c, lead)}的表做成Word发给您：${papers.map((p) => p.title).join('、')}。打印后手填、签字、按手印，照片回“线索 ${lead.no}”带上发来留档。`,
    {
      document: {
        kind: 'leadPapers',
        args: { papers: JSON.stringify(papers) },
        fileName: `线索${lead.no}用表（${lead.household.headName}）.docx`,
      },
    },
  );
}

function noticePaper(text: string): Paper {
  const [title = '公示', ...lines] = text.split('\n');
  return { title, lines };
}
