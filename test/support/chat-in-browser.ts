import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser, launchBrowser } from './browser.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { realChat } from './real-chat.ts';

/** Where a browser is, else undefined: what needs one is then left out. */
export const browserProgram = findBrowser();

interface ChatInBrowser {
  browser: Browser;
  made: TestDatabase;
  chat: Awaited<ReturnType<typeof realChat>>;
}

/** The real bot on its page with a browser before it, for all tests of the `describe` it is called in. */
export function chatInBrowser(): ChatInBrowser {
  const all = {} as ChatInBrowser;
  beforeAll(async () => {
    if (browserProgram === undefined) return;
    all.made = await testDatabase();
    all.chat = await realChat(all.made.database);
    all.browser = await launchBrowser(browserProgram);
  });
  afterAll(async () => {
    if (browserProgram === undefined) return;
    await all.browser.close();
    await all.chat.server.close();
  });
  return all;
}
