import { reachOf } from '../../access/policy.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Condition } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { opensWithSurname } from '../../language/surnames.ts';
import { showHelper } from '../progress/show-helper.ts';
import { standingCard } from '../query/household-card.ts';
import type { AnswerSaid } from './answer-said.ts';
import { factOf } from './household-fact.ts';

/** Who a name in a question is: a colleague whose work is asked after, or a household that is spoken of at once. */
type PersonNamed = { is: 'helper'; condition: Condition } | { is: 'said'; said: AnswerSaid };

const nameLike = /^[\p{Script=Han}·]{2,4}$/u;

/** Begins as a family name does, or as 老王 and 小周. */
export const mayBeCalled = (name: string): boolean =>
  !/[村镇乡]$/u.test(name) && (opensWithSurname(name) || /^[老小大]\p{Script=Han}{1,2}$/u.test(name));

/** A stretch that means nothing by itself may be a name. Undefined where nobody is called so. */
export function* personAsked(c: Conversation, said: InquirySaid): Asking<PersonNamed | undefined> {
  const [name, ...others] = said.unread;
  if (name === undefined || others.length > 0 || !nameLike.test(name) || !mayBeCalled(name)) return undefined;
  const work = said.where.some((x) => x.on === 'standing') || said.period !== undefined;
  if (said.ideas.has('workOf')) {
    const told = yield* workOf(c, name);
    if (told !== undefined) return told;
  }
  if (work && said.want === 'count') {
    const helper = yield* helperNamed(c, name);
    if (helper !== undefined) return helper;
  }
  const ofHousehold =
    said.ideas.has('status') ||
    said.ideas.has('responsible') ||
    (said.where.length === 1 && said.want === undefined) ||
    said.where.length === 0;
  return ofHousehold && asksOne(said) ? yield* householdNamed(c, name, said) : undefined;
}

/** 王五的活咋样了: a colleague's work, by group and without a household's name; undefined where nobody is called so. */
function* workOf(c: Conversation, name: string): Asking<PersonNamed | undefined> {
  const named = yield* helperNamed(c, name);
  if (named?.is !== 'helper') return named;
  return (yield* showHelper(c, name)) ? { is: 'said', said: { text: '' } } : undefined;
}

/** zs between two visits: the household whose head's initials they are. */
export function* initialsAsked(c: Conversation, letters: string): Asking<AnswerSaid> {
  const named = yield* householdNamed(c, letters, nothingAsked);
  return named.is === 'said' ? named.said : { text: '' };
}

const asksOne = (said: InquirySaid): boolean =>
  said.asks ||
  said.ideas.has('when') ||
  said.ideas.has('lately') ||
  said.ideas.has('status') ||
  said.ideas.has('responsible') ||
  said.ideas.has('workOf') ||
  said.of === 'households';

function* helperNamed(c: Conversation, name: string): Asking<PersonNamed | undefined> {
  const found = yield* ask('findHelpers', { words: name });
  const exact = found.filter((h) => h.name === name);
  const [only, second] = exact.length > 0 ? exact : found;
  if (only === undefined) return undefined;
  if (!c.speaker.roles.some((role) => reachOf(role, 'assign') !== 'none') && only.id !== c.speaker.id)
    return { is: 'said', said: { text: '同事的进度由村干部和乡镇看。回“进度”看您自己的。' } };
  if (c.inRoom) return { is: 'said', said: { text: '个人的进度不在群里说，请私聊问我。' } };
  if (second !== undefined) {
    const names = found.slice(0, 4).map((h) => `${h.name}（${h.unitName}）`);
    return { is: 'said', said: { text: `有几位：${names.join('、')}。请说全名。` } };
  }
  return {
    is: 'helper',
    condition: { on: 'helper', staff: only.id, name: `${only.name}（${only.unitName}）` },
  };
}

const mostNamed = 9;
const nothingAsked: Pick<InquirySaid, 'where'> = { where: [] };

function* householdNamed(
  c: Conversation,
  name: string,
  said: Pick<InquirySaid, 'where'>,
): Asking<PersonNamed> {
  const surname = /^[老小](\p{Script=Han})$/u.exec(name)?.[1];
  const found = yield* ask('findHouseholds', { words: surname ?? name, limit: mostNamed + 1 });
  const exact = found.filter((h) => h.headName === name);
  const meant = exact.length > 0 ? exact : found;
  const [only] = meant;
  if (only === undefined)
    return {
      is: 'said',
      said: {
        text: `没找到“${name}”这户，${c.speaker.unitName}名册里没有，或者不在您能看的范围。说全名、拼音首字母或户编号，如“查 张三”。`,
        namesHouseholds: true,
      },
    };
  if (meant.length > 1) {
    const items = meant
      .slice(0, mostNamed)
      .map((h) => ({ id: h.id, label: `${h.headName}（${h.villageName}${h.group}）` }));
    c.change({ do: 'logAccess', households: meant.slice(0, mostNamed).map((h) => h.id), what: '查找' });
    if (!c.inRoom) c.open({ is: 'pick', goal: 'query/card', items });
    const text = `叫“${name}”的有${meant.length > mostNamed ? '好几' : meant.length}户，回号数看：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`;
    return { is: 'said', said: { text, namesHouseholds: true } };
  }
  const standing = yield* ask('householdStanding', { id: only.id });
  if (standing === null) return { is: 'said', said: { text: '这户不在您能看的范围里。' } };
  c.change({ do: 'logAccess', households: [only.id], what: '查询' });
  const fact = yield* factOf(campaignOf(c.session.settings), only.id, said.where);
  return { is: 'said', said: { text: `${fact}${standingCard(c, standing)}`, namesHouseholds: true } };
}
