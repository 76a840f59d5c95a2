import type { Browser, BrowserContext, Page } from 'playwright-core';

/** The chat page on somebody's phone. */
export interface Phone {
  page: Page;
  context: BrowserContext;
  /** What went wrong inside the page; must stay empty. */
  errors: string[];
  /** Types and sends with Enter. */
  say(text: string): Promise<void>;
  /** Taps one of the offered answers. */
  tap(label: string): Promise<void>;
  /** Waits until the last message of the bot reads like this. */
  answered(part: string | RegExp): Promise<void>;
  /** Everything shown in the chat, one entry a message. */
  shown(): Promise<string[]>;
  chips(): Promise<string[]>;
}

/** What is special about a phone: a script run before the page's own, where it lies. */
export interface PhoneOptions {
  script?: string;
  geolocation?: { latitude: number; longitude: number };
}

/** A phone of 360 × 740 in Chinese; the page is chosen by name from the list of personas. */
export async function openPhone(
  browser: Browser,
  url: string,
  persona: string,
  { script, geolocation }: PhoneOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...(geolocation === undefined ? {} : { geolocation, permissions: ['geolocation'] }),
  });
  if (script !== undefined) await context.addInitScript(script);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(url);
  await page.getByRole('button', { name: persona }).click();
  await page.locator('#chips .chip').first().waitFor();
  return {
    page,
    context,
    errors,
    say: async (text) => {
      await page.getByLabel('输入消息').fill(text);
      await page.keyboard.press('Enter');
    },
    tap: (label) => page.locator('#chips').getByRole('button', { name: label, exact: true }).click(),
    answered: (part) =>
      page.locator('.message:last-of-type.bot .bubble', { hasText: part }).waitFor({ timeout: 40_000 }),
    shown: () => page.locator('.message .bubble').allInnerTexts(),
    chips: () => page.locator('#chips .chip').allInnerTexts(),
  };
}
