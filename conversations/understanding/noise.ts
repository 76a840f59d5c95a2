import type { Control } from '../reading/understood.ts';

const placeholders: readonly (readonly [RegExp, Control['action']])[] = [
  [/^\[(?:位置|定位)\]/, 'location'],
  [/^\[(?:图片|照片|视频)\]/, 'photo'],
  [/^\[语音\]/, 'voice'],
  [/^\[(?:文件|链接)\]/, 'noise'],
];

/** What a platform puts in place of something that is no text: [图片], [语音], [位置]. */
export function readPlaceholder(text: string): Control | undefined {
  if (!text.startsWith('[')) return undefined;
  const action = placeholders.find(([re]) => re.test(text))?.[1];
  return action ? { action } : undefined;
}

const idNumber =
  /(?<!\d)[1-9]\d{5} ?(?:18|19|20)\d{2} ?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dxX](?![\da-zA-Z])/;
const oldIdNumber = /(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/;
const phone = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/;
const card = /(?<!\d)(?:62|4\d|5[1-5])\d{14,17}(?!\d)|(?<!\d)(?:\d{4} ){3,4}\d{1,4}(?!\d)/;

/** An ID number, a phone number or a bank card: never stored as an answer, never echoed. */
export function isSensitive(text: string): boolean {
  if (!/\d{4}/.test(text)) return false;
  return idNumber.test(text) || phone.test(text) || card.test(text) || oldIdNumber.test(text);
}

const instruction =
  /忽略(?:以上|上面|之前|前面|所有)|无视(?:以上|上面|之前|前面)|忘(?:记|掉)(?:以上|之前|你的|所有)|ignore (?:all|previous|the above)|system ?prompt|系统提示词?|你现在是|你是一个(?!机器人)|扮演|输出你的|开发者模式|越狱|jailbreak|(?:全部|所有)(?:农户|户|问题)(?:都)?(?:填|标记|设|改)(?:为|成)|<script|drop table|select \*/i;
const social =
  /^(?:在(?:吗|不在?|么|嘛|没)|有人(?:吗|么|在吗)|你好+|您好|hi|hello|哈喽|嗨|喂+|早(?:上好|安|啊)?|(?:早上|上午|中午|下午|晚上)好(?:各位|大家|领导|呀)*|晚安|谢了?|谢谢(?:你|您|啦|了|大家|领导)?|多谢|感谢|辛苦(?:辛苦|了|啦|大家了?|您了|你了|各位)?|不客气|没关系|客气|再见|拜拜|bye|收到(?:请回复|了|谢谢|领导|,谢谢)?|(?:好的|嗯|ok|是|行|好)[,。 ]?收到|已(?:阅|读|收到)|知道了|明白了|了解|好的(?:好的)?|好嘞|哦+|噢+|喔+|哈{2,}|呵{2,}|嘿{2,}|嘻{2,}|呜+|啊+|唉+|哎+|6{2,}|(\d)\1{3,}|123456?7?8?9?|测试(?:一下|中)?|test(?:ing)?|试试|试一下|[.。,、!~…\-_=+*#@&^%$|/\\ ]+|[a-z]{1,3}|asdf?\w*|qwer\w*|(?:转发|转|通知)[:,].{0,60}|红包[^,。]{0,4}|(?:大家|各位|你们?)?(?:注意|多)(?:保暖|安全|休息|穿[^,。]{0,3}|喝[^,。]{0,3})|请(?:大家|各位)?(?:查收|回复|知悉|注意|收悉)|转发|大家(?:好|注意|辛苦)|各位(?:好|领导)?[^,。]{0,6}|领导(?:好|辛苦)?|加油|厉害|牛|赞|点赞|恭喜|新年(?:好|快乐)|过年好|节日快乐|生日快乐|端午安康|吃(?:了吗|饭了吗|了没|过了?吗|饭没)|干嘛呢|在干(?:嘛|啥)|忙(?:吗|啥呢)|(?:今天|今儿|外面|外头|这天)?(?:又|真|好|太|挺|要|在|老)?(?:下(?:雨|雪|大雨|大雪|小雨|雹子)|下(?:雨|雪)天|刮(?:大)?风|起雾|降温|升温|结冰|(?:好大|大|真大|好)的?(?:雾|雨|雪|风|太阳)|打雷|变天|天(?:真|好|太)?(?:冷|热|黑|晴|阴)|冷死|热死|冷|热)(?:了|啊|得很|的很|死了|呀|哈)*|(?:我|俺|他|她|书记|主任|村长|都|我们|大家|领导)?(?:先)?(?:去)?(?:开会|上课|值班|巡逻|打疫苗|做核酸|接种|赶集|上班|接孩子|买菜|喂猪|喂鸡|做饭|办事|出差|检查|下乡|入户|迎检)(?:去)?(?:了|中|呢|啦)+|(?:在|正)(?:开会|上课|值班|入户|开车|忙|吃饭|路上)(?:呢|中|啊)?|堵车了?|没电了?|没油了|信号不好|网(?:不好|卡|络不好|太卡)|卡(?:了|死了)?|无语|烦死了?|累死了?|(?:忙|困|饿|渴|急)死(?:我)?了?|好累|真累|太难了|哈哈.{0,6}|呵呵.{0,4}|发错了|发错群了?|不是发给你的|打扰了|没事了?|没啥事|来了|到了|等你|马上到|在路上|通知.{0,20}|各村.{0,20}|请各.{0,20}|(?:明天|今天|下午|上午|晚上).{0,6}(?:开会|检查|培训|迎检|核酸).{0,8}|红包|抢红包|拼多多.{0,20}|帮我砍.{0,10}|投票.{0,10}|接龙.{0,10}|今天.{0,4}(?:天气|几号|星期几|周几|礼拜几).{0,4}|几点了?|天气(?:预报|不错|怎么样)?.{0,4})(?:啊|呀|哦|哈|呢|吧|了|啦|~|!|。)*$/;
const links = /https?:\/\/|www\.|\.(?:com|cn|net)\b/;
const answerLike =
  /^(?:好的?|好嘞|冷|热|没事了?|没啥事|来了|到了|知道了|明白了|了解|收到|哦+|噢+|喔+|嗯|[a-z]{1,3}|没电了?|[.。]+)$/;

/** Chatter that answers nothing: greetings, weather, links, mentions, attempts to instruct the bot. */
export function isNoise(text: string, trimmed: string, answering: boolean): boolean {
  if (text === '' || instruction.test(text) || links.test(text)) return true;
  const bare = text.replace(/@[^ @]{1,20} ?/g, '').trim();
  if (bare === '' || /^@(?:所有人|全体)/.test(text)) return true;
  if (answering && (answerLike.test(bare) || answerLike.test(trimmed))) return false;
  if (answering && /^\d+$/.test(bare)) return false;
  const once = bare.replace(/^(.{2,4}?)[,。 ]?\1+$/, '$1');
  return bare.length <= 40 && (social.test(bare) || social.test(trimmed) || social.test(once));
}
