import { html } from 'hono/html';
import { type Html, layout } from './layout.ts';

/** A page that only says something: not found, not allowed, out of order. */
export function messagePage(assetVersion: string, title: string, detail: string): Html {
  return layout({
    title: `入户助手 · ${title}`,
    assetVersion,
    body: html`<main class="card"><h1>${title}</h1>${detail === '' ? '' : html`<p>${detail}</p>`}<p><a class="home" href="/">回到首页</a></p></main>`,
  });
}
