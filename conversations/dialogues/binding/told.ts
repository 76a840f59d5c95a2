import { sayMoment } from '../../calendar/workdays.ts';

// What people hear when somebody becomes somebody on another account. The database queues these in the same
// transaction, so that nobody is bound anew in silence.

const notYou = '不是您本人，请马上告诉乡镇或县指挥部办公室，让他们作废重绑。';

/** To the account that was left behind. */
export function toldLeftBehind(at: number): string {
  return `您的身份${sayMoment(at)}在另一个号上绑定了，这个号从此不再是您的。${notYou}`;
}

/** To other accounts that stay his. */
export function toldAnotherAccount(at: number): string {
  return `您的身份${sayMoment(at)}又绑定了一个号。${notYou}`;
}

/** To the cadres of his unit. */
export function toldCadres(name: string, unitName: string, at: number): string {
  return `${name}（${unitName}）${sayMoment(at)}换了号绑定。没听说他换号的话，请跟本人核实。`;
}

/** To somebody bound already for whom a code was made. */
export function askedHolder(giver: string): string {
  return `${giver}给您发了换号用的绑定码。是您要换号，在这儿回“同意换号”，新号上才能用；不是您要换，回“不同意换号”。`;
}

/** To others who may hand out codes there. */
export function askedSecond(giver: string, name: string, unitName: string): string {
  return `${giver}给${name}（${unitName}）发了换号用的绑定码。跟本人核实过，回“同意换号 ${name}”；不对就回“不同意换号 ${name}”。他原来的号还在的话，由他本人同意就行。`;
}

/** To administrators: codes are being guessed, or many people mistype. */
export function toldCodesFail(count: number): string {
  return `提醒：10分钟里有${count}次绑定码输错，可能有人在试码。记录在安全日志里；再多就先停10分钟不让绑定。`;
}
