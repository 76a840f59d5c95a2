import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Condition } from '../../inquiry/inquiry.ts';
import { longestInquiry, mightAsk, readInquiry } from '../../inquiry/read.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { understandControl } from '../../understanding/index.ts';
import { fromTheBook } from '../visit/at-the-door.ts';
import { answered } from './answer.ts';
import type { AnswerSaid } from './answer-said.ts';
import { claimed } from './claimed.ts';
import { goingOn, inQuotes, questionsIn } from './clauses.ts';
import { dateMatters } from './dates.ts';
import { eachOf, eachTold, enumerated } from './each.ts';
import { bareCount, partOfLast, theseAsked } from './go-on.ts';
import { beforeData, howTo, toldByNobody } from './how-to.ts';
import { matterOf, sayMatter } from './matter.ts';
import { mineAsked } from './mine-asked.ts';
import { notRead } from './not-read.ts';
import { ordered } from './orders.ts';
import { otherWork } from './other-work.ts';
import { overviewMatters } from './overview.ts';
import { initialsAsked, personAsked } from './person.ts';
import { eachPlace, pacesBeside, placesNamed } from './places-beside.ts';
import { reasonsOf } from './reasons.ts';
import { refusals } from './refusals.ts';
import { replied } from './replied.ts';
import { drawable, followsOn, lastInquiry, resolved } from './resolve.ts';
import { talk } from './talk.ts';
import { unitsAsked } from './units-asked.ts';

/** How much a message must say to be taken for a question: beside an open question it must be one beyond doubt. */
export type Readiness = 'idle' | 'answering';

/** Letters that are no initials. */
const chatter: ReadonlySet<string> = new Set([
  'ok',
  'hi',
  'hey',
  'bye',
  'yes',
  'no',
  'haha',
  'ha',
  'hehe',
  'lol',
  'help',
  'undo',
]);

/**
 * Answers a message that asks the data, or speaks of the work: false when it does neither. What was not read is
 * named and asked for; several questions in one message are all answered in one reply.
 */
export function* inquire(c: Conversation, readiness: Readiness): Asking<boolean> {
  const text = c.text.normalize('NFKC').trim();
  if (text === '' || text.length > longestInquiry) return false;
  const campaign = campaignOf(c.session.settings);
  if (readiness === 'idle' && /^[a-z]{2,4}$/iu.test(text) && !chatter.has(text.toLowerCase()))
    return replied(c, yield* initialsAsked(c, text));
  if (readiness === 'answering' && !mightAsk(campaign, text)) return false;
  const rough = readInquiry(campaign, text, []);
  if (!mayAsk(rough, readiness)) return false;
  const units = yield* ask('unitNames', {});
  const before = lastInquiry(c)?.of;
  const said = readInquiry(campaign, text, units, before);
  if (readiness === 'answering' && !asksBeyondDoubt(said)) return false;
  // 收入改成6万 behind a visit corrects that visit: no figure of the work is named in it.
  const corrects = said.ideas.has('alter') && !said.ideas.has('percent') && !said.ideas.has('theTerm');
  if (corrects && c.session.visit !== null) return false;
  const refused = matterOf(refusals, said, c);
  if (refused !== undefined) return replied(c, { text: yield* sayMatter(c, refused, said) });
  const counts =
    rough.where.length > 0 || rough.of !== undefined || rough.units !== undefined || rough.by !== undefined;
  if (!(rough.asks && counts) && understandControl(text)?.action === 'noise') return false;
  if (readiness === 'idle' && (yield* ordered(c, said))) return true;
  const otherwise = ofOneMatter.some((idea) => said.ideas.has(idea));
  const each = otherwise ? undefined : enumerated(campaign, text, units, said);
  if (each !== undefined) {
    const told: AnswerSaid[] = [];
    for (const one of each) told.push((yield* oneAnswer(c, one, readiness)) ?? { text: '' });
    return replied(c, eachTold(told, said));
  }
  const parts = otherwise
    ? { asked: [said], unread: [] }
    : questionsIn(campaign, text, units, said, (r) => asksData(r, c));
  const answers: AnswerSaid[] = [];
  let former: InquirySaid | undefined;
  for (const part of parts.asked) {
    const whole: InquirySaid = former === undefined ? part : goingOn(former, part);
    former = whole;
    const answer = yield* oneAnswer(c, whole, readiness);
    if (answer !== undefined && answer.text !== '') answers.push(answer);
    else if (answer === undefined && parts.asked.length === 1) return false;
  }
  if (answers.length === 0) return c.replied;
  // What somebody says may be an illness: a group doesn't hear it again.
  if (parts.unread.length > 0)
    answers.push({ text: `${c.inRoom ? '还有几句' : inQuotes(parts.unread)}没看懂。` });
  return replied(c, joined(answers));
}

/** A place that isn't one: then the sentence may ask something else. False where the words are a unit, or nothing was answered. */
export function* askedOtherwise(c: Conversation, words: string): Asking<boolean> {
  if (words === '' || (yield* ask('unitsSaid', { words })).length > 0) return false;
  return yield* inquire(c, 'idle');
}

/** Is there anything in it that could be a question? Seen before the database is asked for names. */
function mayAsk(said: InquirySaid, readiness: Readiness): boolean {
  if (readiness === 'answering')
    return (
      asksDates(said) ||
      asksHow(said) ||
      (said.asks && (said.of !== undefined || said.units !== undefined || said.by !== undefined))
    );
  const something =
    said.where.length > 0 || said.key !== undefined || said.ideas.size > 0 || said.of !== undefined;
  return (
    something ||
    bareCount(said) ||
    said.asks ||
    said.period !== undefined ||
    said.goesOn === true ||
    said.unread.length > 0
  );
}

const asksDates = (said: InquirySaid): boolean =>
  said.ideas.has('when') && (said.ideas.has('end') || said.ideas.has('report'));

/** 照片咋传, 新户咋加: how the bot is used, with nothing in it that answers a question. */
const howTopics: readonly string[] = ['photo', 'add', 'bind', 'code', 'mistake'];
const asksHow = (said: InquirySaid): boolean =>
  said.ideas.has('how') &&
  howTopics.some((idea) => said.ideas.has(idea)) &&
  said.where.length === 0 &&
  said.key === undefined &&
  said.unread.length + said.stranded.length === 0;

/** Within a visit an answer is an answer: only what names a place or units, or asks which households, is a question. */
function asksBeyondDoubt(said: InquirySaid): boolean {
  if (said.unread.length > 0 || said.stranded.length > 0) return false;
  const where = said.place !== undefined || said.here === true || said.units !== undefined;
  const rows = said.want !== undefined && said.of === 'households' && said.where.length > 0;
  return (
    asksDates(said) ||
    asksHow(said) ||
    (said.asks && where && (said.where.length > 0 || said.of !== undefined)) ||
    (rows && said.want === 'list')
  );
}

/** Ideas that belong to a question about data, or take nothing from it: where problems stand, a rate, a thank-you. */
const besideData: ReadonlySet<string> = new Set([
  'status',
  'add',
  'responsible',
  'rate',
  'percent',
  'monitored',
  'strike',
  'fixed',
  'give',
  'greet',
  'thanks',
  'praise',
  'bye',
  'abuse',
  'visible',
  'selfCheck',
  'unitSelfCheck',
  'sheetWord',
  'phone',
  'idNumber',
  'departments',
  'haste',
  'compare',
  'slow',
  'quick',
  'submit',
  'mismatch',
  'inGroup',
  'right',
  'those',
  'lately',
]);

/** A word about something else in a question about data would be passed over: it is told as not understood. */
function withLoose(said: InquirySaid): InquirySaid {
  if (said.of === 'staff' && said.group !== undefined)
    return { ...said, stranded: [...said.stranded, said.group] };
  const dates = said.deadline === true && (said.of === 'problems' || said.of === 'leads');
  const passed = said.loose
    .filter(({ idea }) => !besideData.has(idea) && !(dates && idea === 'when'))
    .map(({ text }) => text);
  return passed.length === 0 ? said : { ...said, stranded: [...said.stranded, ...passed] };
}

function* oneAnswer(
  c: Conversation,
  read: InquirySaid,
  readiness: Readiness,
): Asking<AnswerSaid | undefined> {
  const beside = yield* pacesBeside(c, read);
  if (beside !== undefined) return beside;
  const matters = readiness === 'idle' ? [...beforeData, ...otherWork, ...overviewMatters] : toldByNobody;
  const work = matterOf(matters, read, c);
  if (work !== undefined) return { text: yield* sayMatter(c, work, read) };
  if (placesNamed(read).length > 1) {
    const each: AnswerSaid[] = [];
    for (const one of eachPlace(read)) each.push((yield* oneAnswer(c, one, readiness)) ?? { text: '' });
    return joined(each.filter((answer) => answer.text !== ''));
  }
  const each = eachOf(read);
  const [alone] = each;
  if (each.length === 1 && alone !== undefined && alone !== read)
    return yield* oneAnswer(c, alone, readiness);
  if (each.length > 1) {
    const told: AnswerSaid[] = [];
    for (const one of each) told.push((yield* oneAnswer(c, one, readiness)) ?? { text: '' });
    return eachTold(told, read);
  }
  const own = (yield* mineAsked(c, read)) ?? (yield* claimed(c, read)) ?? (yield* partOfLast(c, read));
  if (own !== undefined) return own;
  const these = yield* theseAsked(c, read);
  if (these !== undefined) return these;
  const units = yield* unitsAsked(c, read);
  if (units !== undefined) return units;
  const isInquiry = asksData(read, c);
  const said = isInquiry ? withLoose(read) : read;
  const named =
    said.unread.length === 0 || said.stranded.length > 0 ? undefined : yield* personAsked(c, said);
  if (named?.is === 'said') return named.said;
  if (isInquiry && said.stranded.length === 0 && (said.unread.length === 0 || named?.is === 'helper')) {
    const helper = named?.is === 'helper' ? named.condition : undefined;
    return yield* inquired(c, said, helper);
  }
  if (readiness === 'answering' && !asksHow(read)) return undefined;
  const book = asksTheBook(read) ? yield* fromTheBook(c, c.text) : undefined;
  if (book !== undefined && !isInquiry) return { text: book };
  const matter = matterOf([...dateMatters, ...howTo, ...talk], said, c);
  if (matter !== undefined) return { text: yield* sayMatter(c, matter, said) };
  // 韩圈村跟我们比谁快: a village that nobody here has, whatever else is said.
  const elsewhere = said.unread.some((words) => words.length > 2 && /[村镇乡]$/u.test(words));
  if ((isInquiry && said.unread.length + said.stranded.length > 0) || (elsewhere && said.asks)) {
    c.notRead = true;
    return yield* notRead(c, said);
  }
  return undefined;
}

/** What households ask of policies; a number asked for of the data is none of it. */
const ofPolicy = ['policy', 'meaning', 'how', 'explain', 'judge', 'when'];
const asksTheBook = (said: InquirySaid): boolean =>
  ofPolicy.some((idea) => said.ideas.has(idea)) || (said.want === undefined && said.by === undefined);

/** Ideas that make a sentence of conditions one about something else: 监测对象咋认定. */
const notOfData = [
  'how',
  'item',
  'schedule',
  'fault',
  'overview',
  'genuine',
  'explain',
  'judge',
  'submit',
  'finish',
  'pace',
  'photo',
  'otherArea',
  'takeOver',
  'fixed',
  'strike',
  'draw',
  'give',
  'when',
  'complaint',
  'mismatch',
  'weather',
  'human',
  'off',
  'policy',
  'meaning',
  'mistake',
];

/** What a sentence with them is about as a whole: none of its clauses is a question by itself. */
const ofOneMatter = [
  'how',
  'item',
  'schedule',
  'fault',
  'genuine',
  'explain',
  'judge',
  'mistake',
  'weather',
  'human',
  'complaint',
  'policy',
  'meaning',
  'mismatch',
];

/** Words of orders that questions use as well: 销号率多少. */
const ordersToo: ReadonlySet<string> = new Set(['strike', 'fixed', 'give', 'draw']);

/** Reports and self-checks are filed by units: no household and no problem is counted for them. */
const ofPapers = (said: InquirySaid): boolean =>
  said.ideas.has('report') ||
  ((said.ideas.has('unitSelfCheck') || said.ideas.has('selfCheck')) &&
    !/问题|发现|查出/u.test(said.said) &&
    said.where.every((x) => x.on === 'standing' || x.on === 'source'));

/** Does it ask for a number, a list, a share: of something, or of what was asked last? */
function asksData(said: InquirySaid, c: Conversation): boolean {
  if (ofPapers(said)) return false;
  // 哪天到期: the dates stand in the rows.
  const dates = said.deadline === true && (said.of === 'problems' || said.of === 'leads');
  const others = notOfData.filter((idea) => said.ideas.has(idea) && !(said.asks && ordersToo.has(idea)));
  const ledgers = said.of === 'leads' || said.of === 'problems';
  const counted = said.where.length > 0 && said.unread.length === 0;
  const meant = (idea: string) =>
    (dates && idea === 'when') ||
    (ledgers && idea === 'submit') ||
    (counted && idea === 'mismatch' && said.why !== true) ||
    (said.key !== undefined && said.order !== undefined && idea === 'policy');
  if (others.some((idea) => !meant(idea))) return false;
  const ledger =
    (said.of === 'problems' || said.of === 'leads') &&
    (said.ideas.has('status') || said.ideas.has('responsible') || said.deadline === true);
  const ofDays = said.by === 'day' || said.against !== undefined;
  // 昨天新转来几条: a department asks of its problems.
  const ofDepartment =
    c.speaker.unitKind === 'department' && said.asks && (said.want !== undefined || said.by !== undefined);
  const something =
    said.where.length > 0 ||
    said.key !== undefined ||
    (said.of !== undefined && said.asks) ||
    ledger ||
    ofDepartment ||
    (ofDays && lastInquiry(c) === undefined);
  const noun = ofDepartment || said.of !== undefined || said.place !== undefined || said.here === true;
  // 脱贫户里吃水有问题的: between two visits a description stands for who it describes.
  const describes = said.describes === true && said.where.length > 0 && c.session.visit === null;
  if (something && (said.asks || noun || ledger || describes)) return true;
  const last = lastInquiry(c);
  if (last === undefined || !followsOn(said)) return false;
  if (said.units !== undefined) return true;
  return (
    said.place !== undefined ||
    said.here === true ||
    said.period !== undefined ||
    said.where.length > 0 ||
    said.group !== undefined ||
    said.want !== undefined ||
    said.by !== undefined ||
    (said.sheet ?? said.send ?? said.why ?? said.chart ?? said.state) === true
  );
}

function* inquired(c: Conversation, said: InquirySaid, helper: Condition | undefined): Asking<AnswerSaid> {
  const asked = yield* resolved(c, said, helper);
  if (asked === undefined) return { text: '' };
  const told = said.chart === true ? yield* answered(c, drawable(asked), true) : yield* answered(c, asked);
  const reasons = said.why === true ? yield* reasonsOf(c, asked) : undefined;
  if (reasons !== undefined && said.goesOn === true) return { ...told, text: reasons };
  if (reasons !== undefined) return { ...told, text: `${told.text}\n${reasons}` };
  return said.ideas.has('phone') || said.ideas.has('idNumber')
    ? { ...told, text: `${told.text}\n电话、身份证号不在聊天里给，确需的由乡镇按权限导出。` }
    : told;
}

function joined(answers: readonly AnswerSaid[]): AnswerSaid {
  const [only] = answers;
  if (only === undefined) return { text: '' };
  if (answers.length === 1) return only;
  const document = answers.find((a) => a.document !== undefined)?.document;
  return {
    text: answers.map((a) => a.text).join('\n\n'),
    ...(answers.some((a) => a.namesHouseholds === true) ? { namesHouseholds: true as const } : {}),
    ...(document === undefined ? {} : { document }),
  };
}
