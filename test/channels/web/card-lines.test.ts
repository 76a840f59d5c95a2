import { describe, expect, test } from 'vitest';
import { browserProgram, chatInBrowser } from '../../support/chat-in-browser.ts';
import { openPhone, type Phone } from '../../support/phone.ts';

describe.skipIf(browserProgram === undefined)('at the door, with cold fingers', () => {
  const all = chatInBrowser();

  const tapUntil = async (phone: Phone, words: string) => {
    for (let step = 0; step < 30; step += 1) {
      if (((await phone.shown()).at(-1) ?? '').includes(words)) return;
      const [first = '不清楚'] = await phone.chips();
      const before = (await phone.shown()).length;
      await phone.tap(first);
      await expect.poll(async () => (await phone.shown()).length).toBeGreaterThan(before + 1);
    }
  };

  test('an answer on the card is tapped to be asked anew, and the bubble says which', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五');
    await phone.say('排查 张三');
    await phone.answered('张三');
    await phone.say('对');
    await phone.answered('总共收入多少钱');
    await phone.say('一年5万 打工 稳定 都参保 家里没有病人 没有上学的孩子 房子安全 吃水没问题 没别的问题');
    await tapUntil(phone, '请核对');
    const lines = phone.page.locator('.message:last-child .card-line');
    const said = await lines.allInnerTexts();
    expect(said.map((line) => Number.parseInt(line, 10))).toEqual(said.map((_, i) => i + 1));
    const water = lines.filter({ hasText: '水' }).first();
    const number = Number.parseInt(String(await water.textContent()), 10);
    await water.click();
    await phone.answered(`改第${number}项`);
    expect((await phone.shown()).at(-2)).toMatch(/^改：.*水/u);
    // The card is no longer the last word: its numbers might be taken for an answer.
    const before = (await phone.shown()).length;
    await phone.page.locator('.card-line').first().dispatchEvent('click');
    expect(await phone.shown()).toHaveLength(before);
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  test('what is spoken is written down to be looked at, and only its author sends it', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五', { script: pretendEar });
    const voice = phone.page.getByLabel('说话输入');
    await voice.click();
    expect(await voice.getAttribute('aria-pressed')).toBe('true');
    await hear(phone, '进');
    await hear(phone, '进度');
    await phone.page.evaluate('ears.at(-1).end()');
    expect(await phone.page.getByLabel('输入消息').inputValue()).toBe('进度');
    expect(await voice.getAttribute('aria-pressed')).toBe('false');
    expect(await phone.shown()).not.toContain('进度');
    await phone.page.getByRole('button', { name: '发送' }).click();
    await phone.answered('户');
    await phone.context.close();
  });

  test('a microphone that may not be used is said in words', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五', { script: pretendEar });
    await phone.page.getByLabel('说话输入').click();
    await phone.page.evaluate("ears.at(-1).fail('not-allowed')");
    await expect.poll(() => phone.page.locator('#voice-fault').textContent()).toContain('话筒');
    await phone.context.close();
  });

  test('where the browser can’t listen there is no such button', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五', {
      script: 'delete globalThis.SpeechRecognition; delete globalThis.webkitSpeechRecognition;',
    });
    expect(await phone.page.getByLabel('说话输入').isVisible()).toBe(false);
    await phone.context.close();
  });

  test('time and place are written on a photo when the helper allows it, and not before', async () => {
    const phone = await openPhone(all.browser, all.chat.server.url, '王五', {
      geolocation: { latitude: 34.18, longitude: 116.94 },
    });
    const shot = String(await phone.page.evaluate(paintedSheet));
    const sent = async () => {
      const before = await phone.page.locator('.picture img').count();
      await phone.page.locator('#photo').setInputFiles({
        name: 'house.png',
        mimeType: 'image/png',
        buffer: Buffer.from(shot.split(',')[1] ?? '', 'base64'),
      });
      await expect.poll(() => phone.page.locator('.picture img').count()).toBe(before + 1);
      await expect.poll(() => phone.page.evaluate(lowerEdge)).not.toBe('');
      return phone.page.evaluate(lowerEdge);
    };
    expect(await sent()).toBe('plain');
    await phone.page.getByLabel('切换会话或身份').click();
    await phone.page.getByRole('button', { name: '照片上写时间和位置' }).click();
    await phone.page.locator('#sheet .sheet-close').click();
    expect(await sent()).toBe('written on');
    expect(phone.errors).toEqual([]);
    await phone.context.close();
  });

  const hear = (phone: Phone, words: string) => phone.page.evaluate(`ears.at(-1).hear('${words}')`);
});

/** The browser's far end of listening, as its interface is documented; a test speaks into it. */
const pretendEar = `
globalThis.ears = [];
globalThis.SpeechRecognition = class extends EventTarget {
  start() { ears.push(this); }
  stop() { this.end(); }
  hear(words) { this.dispatchEvent(Object.assign(new Event('result'), { results: [[{ transcript: words }]] })); }
  fail(error) { this.dispatchEvent(Object.assign(new Event('error'), { error })); this.end(); }
  end() { this.dispatchEvent(new Event('end')); }
};`;

/** A white photo, as a data URL. */
const paintedSheet = `(() => {
  const canvas = document.createElement('canvas');
  canvas.width = 400; canvas.height = 300;
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 400, 300);
  return canvas.toDataURL('image/png');
})()`;

/** Is anything written along the lower edge of the last photo? Empty while it is still loading. */
const lowerEdge = `(() => {
  const image = [...document.querySelectorAll('.picture img')].at(-1);
  if (!image?.complete || image.naturalWidth === 0) return '';
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(2, canvas.height - 3, 1, 1);
  return data[0] > 230 ? 'plain' : 'written on';
})()`;
