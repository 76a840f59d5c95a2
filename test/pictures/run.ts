/** Takes the pictures of the READMEs from the demo, in a real browser: `npm run pictures`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { startDemo } from './demo-server.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');
const largestBytes = 60_000;

/** Each picture: what it is called, as whom, and what is done before it is taken. */
const scenes: { name: string; as: string | null; act: (page: Page) => Promise<void> }[] = [
  { name: 'entry', as: null, act: async () => {} },
  {
    name: 'visit',
    as: '排查员',
    act: async (page) => {
      await openPicker(page);
      await answered(page, () => page.getByRole('button', { name: '没开始' }).first().click());
      await say(page, '3口人 一年4万2 打工 稳定 都参保');
    },
  },
  {
    name: 'households',
    as: '排查员',
    act: openPicker,
  },
  {
    name: 'questions',
    as: '乡镇干部',
    act: async (page) => {
      await say(page, '各村进度');
      await say(page, '务工的占多少');
    },
  },
  {
    name: 'board',
    as: '领导',
    act: async (page) => {
      await page.goto(new URL('/board', page.url()).href);
    },
  },
];

const program = findBrowser();
if (program === undefined) throw new Error('there is no browser: set CHROMIUM_PATH');
const demo = await startDemo();
const browser = await launchBrowser(program);
try {
  for (const scene of scenes) {
    const png = await take(browser, scene);
    const webp = await sharp(png).webp({ quality: 72 }).toBuffer();
    if (webp.length > largestBytes) throw new Error(`${scene.name}: ${webp.length} bytes`);
    writeFileSync(join(folder, `${scene.name}.webp`), webp);
    console.log(`${scene.name}.webp: ${Math.round(webp.length / 1000)} kB`);
  }
} finally {
  await browser.close();
  await demo.close();
}

async function take(from: Browser, { as, act }: (typeof scenes)[number]): Promise<Buffer> {
  const context = await from.newContext({
    viewport: { width: 375, height: 720 },
    deviceScaleFactor: 1.5,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(demo.url);
  await page.locator('.people button').first().waitFor();
  if (as !== null) {
    await page.locator('.people button', { hasText: as }).first().click();
    await page.locator('#chips .chip').first().waitFor();
  }
  await act(page);
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => null);
  const png = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return png;
}

/** The list of households to visit. What is taken along comes a little after the page. */
async function openPicker(page: Page): Promise<void> {
  await page.waitForTimeout(4_000);
  await page.getByLabel('切换会话或身份').click();
  await page.locator('#picker summary').click();
}

function say(page: Page, text: string): Promise<void> {
  return answered(page, async () => {
    await page.getByLabel('输入消息').fill(text);
    await page.keyboard.press('Enter');
  });
}

/** Does it and waits for the bot's answer. */
async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const answers = page.locator('.message.bot .bubble');
  const before = await answers.count();
  await act();
  await answers.nth(before).waitFor({ timeout: 15_000 });
}
