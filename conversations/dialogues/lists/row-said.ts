import { dayInWords, isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { maskNumbers } from '../../language/masking.ts';
import { type ListedRow, type ListStanding, resultLabels } from '../../lists/listed.ts';

/** 省平台预警, as the campaign calls the kind. */
export function kindName(c: Conversation, kind: string): string {
  return campaignOf(c.session.settings).listKinds.find(({ id }) => id === kind)?.name ?? '名单';
}

/** 省平台预警：张三医疗自付2.3万 */
export function rowSaid(c: Conversation, row: ListedRow): string {
  return `${kindName(c, row.kind)}：${row.person}${maskNumbers(row.words)}`;
}

/** What became of it, in a word or two; empty while nobody has looked. */
export function outcomeSaid({ result, finding, problemNo, leadNo }: ListedRow): string {
  const found =
    result === null
      ? []
      : [
          `${resultLabels[result]}${finding === null || finding === '' ? '' : `（${maskNumbers(finding).slice(0, 40)}）`}`,
        ];
  const became = problemNo !== null ? [`问题${problemNo}号`] : leadNo !== null ? [`线索${leadNo}号`] : [];
  return [...found, ...became].join('，');
}

/** 1号 医保局名单（县医保局，12月10日）：4行，… */
export function standingSaid(c: Conversation, list: ListStanding): string {
  const { no, kind, origin, at, rows, households, unmatched } = list;
  const { waitingHouseholds, confirmed, denied, settled, problems, problemsClosed, leads } = list;
  const answered = confirmed + denied + settled;
  const parts = [
    `${rows}行，对上${households}户`,
    ...(unmatched > 0 ? [`没对上${unmatched}行`] : []),
    ...(answered > 0 ? [`核了${answered}行（属实${confirmed}、不属实${denied}、已解决${settled}）`] : []),
    ...(waitingHouseholds > 0 ? [`还有${waitingHouseholds}户没核`] : []),
    ...(problems > 0 ? [`问题${problems}个，销号${problemsClosed}个`] : []),
    ...(leads > 0 ? [`线索${leads}条`] : []),
  ];
  return `${no}号 ${kindName(c, kind)}（${origin}，${dayInWords(isoDate(at))}）：${parts.join('；')}`;
}
