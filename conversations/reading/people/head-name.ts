import { opensWithSurname } from '../../language/surnames.ts';
import { readingVocabulary } from '../vocabulary.ts';

const said = /户主(?:叫|是|姓名)?[:：]?\s*(\p{Script=Han}{2,3})/u;
/** What can stand behind a name: 户主陈立|一家六口, 户主葛小满|三口. */
const behind =
  /^(?:$|[\s,。;、]|一家|[一二两三四五六七八九十\d]+口|[脱托]贫|一般|边缘|突发|监测|就[他她]|两口子|孩子)/u;

/** The head of the household, where exactly one length of name fits with what stands behind it. */
export function headNamed(text: string): string | undefined {
  const hit = said.exec(text);
  const [whole = '', longest = ''] = hit ?? [];
  if (hit === null || !opensWithSurname(longest)) return undefined;
  const from = hit.index + whole.length - longest.length;
  const fits = [2, 3].filter((n) => behind.test(text.slice(from + n)) && longest.length >= n);
  const [length] = fits;
  const name = longest.slice(0, length);
  return fits.length === 1 && !isWord(name) ? name : undefined;
}

/** 户主高血压, 户主和孩子: words begin like names. */
function isWord(name: string): boolean {
  const { lexicon } = readingVocabulary();
  const given = name.slice(1);
  return lexicon.get(name) !== undefined || (given.length > 1 && lexicon.get(given) !== undefined);
}
