import { rolesFor, widestReach } from '../../access/policy.ts';
import { ratesForOthers } from '../../campaign/satisfaction.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, numberIn, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { mostSlips, opinionCodeDays, opinionLines } from '../../supervision/opinions.ts';
import { unitSaid } from '../progress/unit-said.ts';

/** 满意度码 柳元村 20户 */
interface Slips {
  words: string;
  households: number;
}

const slipsSaid = phrased(
  ['发|印|打印? 满意度码 <place>? <households>?'],
  ({ place = '', households }): Slips => ({
    words: place,
    households: households === undefined ? mostSlips : numberIn(households),
  }),
);

/** The rate of satisfaction, and slips of paper by which households answer by themselves. */
export const satisfactionCommands: readonly Command[] = [
  command<string>({
    name: 'satisfaction',
    inRoom: 'private',
    match: phrased(
      [
        '满意度|满意率|认可度 _ <place>',
        ...['群众|老百姓? 满意度|满意率|认可度', '<place> 的? 满意度|满意率|认可度'].map(
          (line) => `${line} 情况|怎么样|多少|是多少? ？?`,
        ),
      ],
      ({ place = '' }) => place.replace(/的$/u, ''),
    ),
    run: tellRates,
  }),
  command<Slips>({
    name: 'opinionSlips',
    inRoom: 'private',
    roles: rolesFor('spotCheck'),
    match: slipsSaid,
    run: printSlips,
  }),
];

const ofUnits = '满意率按乡镇和村给，请说单位名。';

function* tellRates(c: Conversation, words: string): Asking<void> {
  // Told here, or the words would be taken for a question about problems.
  if (widestReach(c.speaker, 'satisfaction') === 'none') return c.say(ratesForOthers);
  const { satisfaction } = campaignOf(c.session.settings);
  if (satisfaction.questions.length === 0) return c.say('这次没有满意度的题。');
  const about = yield* unitSaid(c, words, 'satisfaction', '满意率');
  if (about.is !== 'unit') return about.is === 'own' ? c.say(ofUnits) : undefined;
  const { unit } = about;
  const lines = opinionLines(satisfaction, yield* ask('opinions', { unit: unit.code }));
  c.say(`${unit.name}：\n${lines.join('\n')}`);
}

function* printSlips(c: Conversation, { words, households }: Slips): Asking<void> {
  const { satisfaction } = campaignOf(c.session.settings);
  if (satisfaction.paper.length === 0) return c.say('这次没有由户里自己答的题。');
  const about = yield* unitSaid(c, words, 'spotCheck', '满意度码');
  if (about.is !== 'unit') return about.is === 'own' ? c.say(ofUnits) : undefined;
  const { unit } = about;
  if (unit.kind === 'county' || unit.kind === 'department')
    return c.say('一个村一个村地印，如“满意度码 柳元村”，或“满意度码 柳元村 20户”。');
  const most = Math.min(Math.max(households, 1), mostSlips);
  c.say(
    `${unit.name}的满意度码做成表格发给您：一户一张，剪开由抽查的同志当面交给户里，别交给上门排查的人转。${opinionCodeDays}天内有效，只能用一次；再印一次，旧的没用过的就作废。`,
    {
      document: {
        kind: 'opinionSlips',
        args: { unit: unit.code, most: String(most) },
        fileName: `${unit.name}满意度码.xlsx`,
      },
    },
  );
}
