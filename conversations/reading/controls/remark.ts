import { Trie } from '../../language/trie.ts';
import { instructionsToTheBot, remarkOpenings } from './remark-words.ts';

const linesOf = (table: string) => table.split('\n').filter((line) => line !== '');

function trieOf(table: string): Trie<true> {
  const trie = new Trie<true>();
  for (const line of linesOf(table)) trie.set(line, true);
  return trie;
}

const instructions = trieOf(instructionsToTheBot);
const openings = trieOf(remarkOpenings);
const longest = 40;

/** Would it have the bot forget what it is, or does it hold a link? Such words may stand anywhere. */
function instructs(text: string): boolean {
  const chars = [...text];
  return chars.some((_, at) => beginsAt(instructions, chars, at));
}

function beginsAt(words: Trie<true>, chars: readonly string[], at: number): boolean {
  let begins = false;
  words.each(chars, at, () => {
    begins = true;
  });
  return begins;
}

/** Without whom it is addressed to: @小王 你好. */
export const withoutMentions = (text: string): string => text.replace(/@[^ @]{1,20} ?/g, '').trim();

/**
 * What is no words at all, or words for others: signs, a key held down, a mention, a notice passed on, an instruction
 * to the bot. While a question is open, figures and letters may answer it.
 */
export function isStray(text: string, answering: boolean): boolean {
  if (text === '' || instructs(text)) return true;
  const bare = withoutMentions(text);
  if (bare === '' || /^@(?:所有人|全体|all)/.test(text)) return true;
  if (bare.length > longest) return false;
  if (beginsAt(openings, [...bare], 0)) return true;
  if (/^[.。,、!~…\-_=+*#@&^%$|/\\ ]+$/.test(bare)) return !(answering && /^[.。]+$/.test(bare));
  if (answering) return false;
  return /^(?:(\d)\1{3,}|123(?:45?6?7?8?9?)?|[a-z]{1,3})$/.test(bare) || /^(?:asdf|qwer)[a-z]*$/.test(bare);
}
