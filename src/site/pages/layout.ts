import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

export interface NavLink {
  href: string;
  label: string;
}

interface LayoutOptions {
  title: string;
  body: Html;
  assetVersion: string;
  /** Style sheets and scripts beside base.css, by name in src/http/assets. */
  styles?: readonly string[];
  scripts?: readonly string[];
  /** Data for the page's script; it finds them in the element `boot`. */
  boot?: unknown;
  nav?: readonly NavLink[];
  /** The address of this page, to mark it in the navigation. */
  here?: string;
  bodyClass?: string;
}

/** One document of ours: the same head, style and navigation for every page. */
export function layout(options: LayoutOptions): Html {
  const asset = (name: string) => `/assets/${options.assetVersion}/${name}`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ededed" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#111111" media="(prefers-color-scheme: dark)">
<meta name="format-detection" content="telephone=no">
<title>${options.title}</title>
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" type="image/svg+xml" href="${asset('icon.svg')}">
<script src="${asset('font-size.js')}"></script>
${['base.css', ...(options.styles ?? [])].map((name) => html`<link rel="stylesheet" href="${asset(name)}">`)}
</head>
<body class="${options.bodyClass ?? 'page'}">
${navigation(options)}${options.body}
${options.boot === undefined ? '' : bootData(options.boot)}
${(options.scripts ?? []).map((name) => html`<script type="module" src="${asset(name)}"></script>`)}
</body>
</html>`;
}

function navigation({ nav, here }: LayoutOptions): Html | '' {
  if (nav === undefined || nav.length === 0) return '';
  const links = nav.map((link) => {
    const current = link.href === here ? raw(' aria-current="page"') : '';
    return html`<a href="${link.href}"${current}>${link.label}</a>`;
  });
  return html`<nav class="nav" aria-label="页面">${links}</nav>`;
}

/** Data are not run, only read; a `<` inside can't end the element. */
function bootData(data: unknown): Html {
  return html`<script type="application/json" id="boot">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`;
}
