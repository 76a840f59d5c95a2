import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';
import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';
import type { Group, HeadsSaid } from './group.ts';

/** Larger numbers without a measure count no people. */
const most = 200;
const hanzi = /\p{L}|\p{N}/u;

/** Reads the groups of one clause, word by word. */
export function headGroupsOf(tokens: readonly WordToken[]): HeadsSaid {
  return new GroupReader(tokens).read();
}

class GroupReader {
  readonly #tokens: readonly WordToken[];
  readonly #said: HeadsSaid = {
    groups: [],
    tells: new Set(),
    classes: new Set(),
    owned: 0,
    self: false,
    unread: 0,
  };
  #at = 0;
  #plus = false;
  #joined = false;
  #stated = false;
  #inside = false;
  #denied = false;
  /** The last group came by a word for kin and stands directly before. */
  #kinJust = false;
  #replaced = false;
  #same = false;

  constructor(tokens: readonly WordToken[]) {
    this.#tokens = tokens.filter((token) => token.is !== 'mark' || /^[+、-]$/u.test(token.text));
  }

  read(): HeadsSaid {
    while (this.#at < this.#tokens.length) this.#take();
    const last = this.#said.groups.at(-1);
    if (last !== undefined && this.#open) last.closes = true;
    return this.#said;
  }

  /** Nothing but particles behind the last group. */
  #open = false;

  #take(): void {
    const token = this.#tokens[this.#at];
    if (token === undefined) return;
    if (token.is === 'mark') {
      if (token.text === '+') this.#plus = true;
      // -1 is no number of people.
      if (token.text === '-') this.#said.unread += 1;
      this.#joined = true;
      this.#step();
    } else if (token.is === 'unread') {
      if (hanzi.test(token.text)) this.#said.unread += 1;
      this.#step();
    } else if (token.is === 'number') this.#takeNumber(token.number);
    else this.#takeWord(token);
  }

  #step(open = false): void {
    this.#at += 1;
    this.#open = open;
    this.#kinJust = false;
  }

  #tell(at: number, key: string): string | undefined {
    const token = this.#tokens[at];
    return token?.is === 'word' ? token.word.tells[key] : undefined;
  }

  #takeNumber(number: NumberSpan): void {
    const before = this.#at;
    this.#at += 1;
    const kinBefore = this.#kinJust;
    this.#kinJust = false;
    // 一个五岁: one of those named.
    if (this.#tell(this.#at, 'measure') === 'piece' && this.#tokens[this.#at + 1]?.is === 'number') {
      this.#at += 1;
      return;
    }
    // 三十的儿子: his age.
    if (number.lo > 12 && this.#tokens[this.#at]?.text === '的') return;
    const measure = this.#tell(this.#at, 'measure');
    if (measure === 'thing') {
      // 5人3户: more than one household.
      if (this.#tokens[this.#at]?.text === '户') this.#said.tells.add('change');
      this.#at += 1;
      return;
    }
    if (this.#tell(before - 1, 'count') === 'each') return;
    // 9万: money, whatever stands beside it.
    if (measure === undefined && (number.unit >= 1000 || number.lo > most)) return;
    if (measure !== undefined) this.#at += 1;
    if (measure === 'people') return this.#whole(number);
    const side = this.#sides(number);
    if (side) return;
    const kin = this.#kinAhead();
    if (kin !== undefined && !(kinBefore && this.#pairs())) {
      this.#at = kin + 1;
      return this.#push({
        is: 'kin',
        // 两个孙子孙女 are two.
        count: number.lo,
        number,
        child: this.#tell(kin, 'kin') === 'child',
      });
    }
    const next = this.#tokens[this.#at];
    // 一个本: a thing; 九十一了: an age.
    if (measure === 'piece' && next !== undefined && classOf(next, 'n') && this.#isSilent(next)) return;
    if (measure === undefined && number.lo > 20 && isExact(number) && next?.text === '了') return;
    if (kinBefore && this.#pairs()) return this.#countLast(number);
    const is = measure === 'piece' ? 'whole' : 'bare';
    this.#push({ is, count: number.lo, number, child: false });
  }

  #isSilent(token: WordToken): boolean {
    return token.is === 'word' && Object.keys(token.word.tells).length === 0;
  }

  #whole(number: NumberSpan): void {
    const kin = this.#kinAhead(1);
    // 三口人 and 六口老小 count; 两口子 stands in the table of kin.
    if (kin === this.#at && this.#tell(kin, 'kin') === 'child' && this.#tell(kin, 'heads') === '1') {
      this.#at += 1;
      return this.#push({ is: 'kin', count: number.lo, number, child: true });
    }
    this.#push({ is: 'whole', count: number.lo, number, child: false });
  }

  /** 两大两小, 三男两女: after the number which side it is of. */
  #sides(number: NumberSpan): boolean {
    const side = this.#tell(this.#at, 'side');
    const next = this.#tokens[this.#at + 1];
    if (side === undefined) return false;
    const goesOn =
      this.#tell(this.#at + 1, 'count') === 'filler' || this.#tell(this.#at + 1, 'or') !== undefined;
    if (next !== undefined && next.is !== 'number' && !goesOn) return false;
    this.#at += 1;
    this.#push({ is: 'kin', count: number.lo, number, child: false });
    return true;
  }

  /** The place of the kin that the number counts: 两个上学的孙子. */
  #kinAhead(most = 3): number | undefined {
    for (let at = this.#at; at < this.#at + most; at += 1) {
      const token = this.#tokens[at];
      if (token?.is !== 'word') return undefined;
      if (token.word.tells['heads'] !== undefined) return at;
      const passable =
        token.word.tells['side'] !== undefined ||
        token.word.tells['count'] === 'beside' ||
        (classOf(token, 'p') && !['个', '岁'].includes(token.text) && token.word.tells['count'] !== 'join');
      if (!passable) return undefined;
    }
    return undefined;
  }

  /** 大人2个小孩3个: each kin has its number behind it. */
  #pairs(): boolean {
    if (this.#said.groups.slice(0, -1).some((group) => group.is === 'kin' && group.number === undefined))
      return false;
    const kin = this.#tokens.flatMap((_, at) => (this.#tell(at, 'heads') === undefined ? [] : [at]));
    const numbered = kin.filter((at) => this.#tokens[at + 1]?.is === 'number');
    const last = this.#tokens.findLast((token) => token.is === 'number' || this.#isKin(token));
    return kin.length > 0 && numbered.length === kin.length && last?.is === 'number';
  }

  #isKin(token: WordToken): boolean {
    return token.is === 'word' && token.word.tells['heads'] !== undefined;
  }

  #countLast(number: NumberSpan): void {
    const last = this.#said.groups.at(-1);
    if (last === undefined) return;
    last.count = number.lo;
    last.number = number;
    last.open = false;
    last.closes = false;
    this.#open = true;
  }

  #push(group: Pick<Group, 'is' | 'count' | 'child'> & { number?: NumberSpan; open?: boolean }): void {
    if (!this.#denied)
      this.#said.groups.push({
        open: false,
        ...group,
        plus: this.#plus,
        joined: this.#joined,
        stated: this.#stated,
        inside: this.#inside,
        closes: false,
      });
    this.#plus = false;
    this.#joined = false;
    this.#stated = false;
    this.#denied = false;
    this.#replaced = false;
    this.#same = false;
    this.#open = true;
  }

  #takeWord(token: Extract<WordToken, { is: 'word' }>): void {
    const { tells } = token.word;
    if (tells['self'] !== undefined && this.#takeSelf(tells)) return;
    if (tells['bond'] !== undefined && this.#takeBond()) return;
    if (tells['heads'] !== undefined) return this.#takeKin(tells);
    // 祖孙 with no number: who, not how many.
    if (tells['bond'] !== undefined) return this.#step();
    const count = tells['count'];
    if (tells['side'] !== undefined && this.#takeSide()) return;
    if (count !== undefined) return this.#takeFrame(count, token);
    this.#takeClass(token);
  }

  #takeKin(tells: Readonly<Record<string, string>>): void {
    const heads = this.#beside(this.#at) ? Number(tells['or'] ?? tells['heads']) : Number(tells['heads']);
    const child = tells['kin'] === 'child';
    // 户主是俺公公, 重孙子不是，是孙子: the same person named again.
    if (this.#replaced || this.#same) {
      this.#replaced = false;
      this.#same = false;
      this.#step(true);
      return;
    }
    const denied = this.#denied;
    const next = this.#tell(this.#at + 1, 'heads');
    // 大儿子两口子: the couple he is half of.
    const couple = next === '2' && heads === 1 && /口子$/u.test(this.#tokens[this.#at + 1]?.text ?? '');
    // 住闺女家: hers is another household.
    if (this.#tokens[this.#at + 1]?.text === '家' && this.#tokens[this.#at + 2]?.is !== 'number') {
      this.#said.tells.add('elsewhere');
      this.#step(true);
      return;
    }
    // 儿子一家三口: he is one of the three.
    const home = this.#homeAhead();
    if (home) {
      this.#step(true);
      return;
    }
    this.#at += couple ? 1 : 0;
    this.#push({
      is: 'kin',
      count: couple ? 2 : heads,
      child: child && !couple,
      open: tells['many'] !== undefined,
    });
    this.#at += 1;
    this.#kinJust = true;
    if (denied) this.#replaced = true;
    // 户主是俺公公
    this.#same = this.#tokens[this.#at]?.text === '是';
  }

  /** 三女 beside 一男 counts; elsewhere she is the third. */
  #beside(at: number): boolean {
    const counted = (no: number, side: number): boolean =>
      this.#tokens[no]?.is === 'number' && this.#tell(side, 'side') !== undefined;
    return counted(at + 1, at + 2) || counted(at - 2, at - 1);
  }

  #homeAhead(): boolean {
    const next = this.#tokens[this.#at + 1]?.text ?? '';
    const at = /^一?家(?:子)?$/u.test(next) ? this.#at + 2 : this.#at + 1;
    return (
      at > this.#at + 1 && this.#tokens[at]?.is === 'number' && this.#tell(at + 1, 'measure') === 'people'
    );
  }

  /** 俺 counts where it is joined to others; before kin it says whose they are. */
  #takeSelf(tells: Readonly<Record<string, string>>): boolean {
    const [before, next] = [this.#tokens[this.#at - 1], this.#tokens[this.#at + 1]];
    // 全靠他一个人: who earns, not who there is.
    if (before?.text.endsWith('靠') === true && next?.is === 'number') {
      this.#step();
      this.#step();
      if (this.#tell(this.#at, 'measure') !== undefined) this.#step();
      return true;
    }
    if (next?.is === 'number' && tells['bond'] !== undefined && this.#takeBond()) {
      this.#said.self = true;
      return true;
    }
    if (tells['self'] !== 'one') {
      this.#said.self = true;
      this.#step();
      return true;
    }
    const ahead = this.#tell(this.#at + 1, 'count');
    const leads = ahead === 'join' || ahead === 'plus' || next?.text === '、';
    const behind =
      before !== undefined && (this.#joined || this.#plus) && this.#tell(this.#at - 1, 'count') !== 'with';
    const whole = next?.is === 'number' && this.#tell(this.#at + 2, 'measure') === 'people';
    const ends =
      next === undefined ||
      ahead === 'sum' ||
      next.text === '、' ||
      (next.is === 'number' && !whole) ||
      ahead === 'alone';
    // 爸妈,我,弟弟: named among the others.
    const named = before === undefined && next === undefined;
    if (leads || named || (behind && ends) || (ends && this.#tell(this.#at - 1, 'count') === 'only')) {
      this.#said.self = true;
      this.#push({ is: 'kin', count: 1, child: false });
      this.#at += 1;
      if (ahead === 'alone') this.#said.tells.add('alone');
      return true;
    }
    // 爸妈我弟弟: whose brother, or two more.
    const inRow = before !== undefined && this.#kinJust && !this.#joined && !this.#plus;
    if (next !== undefined && this.#isKin(next))
      this.#said.owned += inRow && tells['many'] === undefined ? 2 : 1;
    this.#step();
    return true;
  }

  /** 弟兄仨, 夫妻二人, 俺俩: the number says how many they are. */
  #takeBond(): boolean {
    const next = this.#tokens[this.#at + 1];
    if (next?.is !== 'number' || !isExact(next.number)) return false;
    const measure = this.#tell(this.#at + 2, 'measure');
    const behind = this.#tokens[this.#at + (measure === undefined ? 2 : 3)];
    if (measure === 'thing' || (behind !== undefined && this.#isKin(behind))) return false;
    // 我们三口: as many as the whole house.
    if (measure === 'people' && /口/u.test(this.#tokens[this.#at + 2]?.text ?? '')) return false;
    if (next.number.lo > 6) return false;
    this.#at += measure === undefined ? 2 : 3;
    this.#push({ is: 'kin', count: next.number.lo, child: false, number: next.number });
    return true;
  }

  /** 男3女2. */
  #takeSide(): boolean {
    const next = this.#tokens[this.#at + 1];
    // 小十口: not quite ten.
    if (this.#tokens[this.#at]?.text === '小' && this.#tell(this.#at + 2, 'measure') === 'people')
      this.#said.tells.add('about');
    if (next?.is !== 'number' || this.#tell(this.#at, 'heads') !== undefined) return false;
    this.#at += 2;
    const measure = this.#tell(this.#at, 'measure');
    if (measure === 'people' || measure === 'piece') this.#at += 1;
    this.#push({ is: 'kin', count: next.number.lo, child: false, number: next.number });
    return true;
  }

  #takeFrame(count: string, token: WordToken): void {
    if (classOf(token, 'all')) this.#said.classes.add('all');
    this.#said.tells.add(count);
    switch (count) {
      case 'plus':
        this.#plus = true;
        break;
      case 'join':
        this.#joined = true;
        break;
      case 'sum':
        this.#stated = true;
        break;
      case 'inside':
        this.#inside = true;
        break;
      default:
    }
    const keeps = count === 'filler' || count === 'ours' || count === 'lives-there';
    this.#step(this.#open && keeps);
  }

  #takeClass(token: Extract<WordToken, { is: 'word' }>): void {
    const { classes } = token.word;
    for (const one of classes) this.#said.classes.add(one);
    if (classOf(token, 'neg', 'no') || /^(?:没|不是|并非)/u.test(token.text)) this.#denied = true;
    else if (classOf(token, 'v', 'who') && !classOf(token, 'p', 'aux', 'n')) this.#said.unread += 1;
    else if (classes.length === 0) this.#said.unread += 1;
    this.#step(this.#open && classOf(token, 'p', 'all'));
  }
}
