import { html, raw } from 'hono/html';
import type { HouseholdQuestion } from '../../../conversations/subjects/subject.ts';
import { type Html, layout } from './layout.ts';

interface AskPage {
  assetVersion: string;
  questions: readonly HouseholdQuestion[];
  /** What became of the last try. */
  said?: string;
}

/** Why an answer wasn't taken. */
export const outcomeWords = {
  nothing: '请填纸上的码，两个问题至少答一个。',
  unknown: '码不对，请照纸上的再填一次。',
  used: '这个码已经用过了，一个码只能答一次。',
  expired: '这个码过期了，或者又印了新的。可以向村里来抽查的同志要一张新的。',
  locked: '试错的次数太多，请过一个小时再试。',
} as const;

/** The code and the questions, nothing else: no name is asked and none is shown. */
export function askPage({ assetVersion, questions, said }: AskPage): Html {
  return layout({
    title: '说说您满意不满意',
    assetVersion,
    body: html`
<main class="card">
  <h1>说说您满意不满意</h1>
  <p>不用写名字。入户的人看不到您怎么答的，县里只看全村合起来的数。</p>
  <form class="door" method="post" action="/myd">
    ${said === undefined ? '' : html`<p class="door-said" id="code-said" role="alert">${said}</p>`}
    <label for="code">纸上的码（8 位，如 8K3F-2M7Q）</label>
    <input id="code" name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"${said === undefined ? '' : raw(' aria-describedby="code-said"')}>
    ${questions.map(
      ({ key, ask }) => html`<fieldset><legend>${ask}</legend>
    <label><input type="radio" name="${key}" value="yes"> 满意</label>
    <label><input type="radio" name="${key}" value="no"> 不满意</label></fieldset>`,
    )}
    <button class="primary">交</button>
  </form>
  <p class="hint">码只能用一次，14 天内有效。</p>
</main>`,
  });
}

/** Taken. */
export function thanksPage({ assetVersion }: { assetVersion: string }): Html {
  return layout({
    title: '收到了',
    assetVersion,
    body: html`<main class="card"><h1>收到了，谢谢您</h1><p>可以关掉这一页了。</p></main>`,
  });
}
