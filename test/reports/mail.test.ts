import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendFiledReports } from '../../src/documents-made/file-report.ts';
import { chatOf, morning, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { unzip } from './docx.ts';

const { database } = await testDatabase();
const say = chatOf(database);
const mails: { from: string; to: string[]; raw: string }[] = [];
let refuse = false;
let people: SeededCounty['staff'];

/** A real mail server on the loopback: takes what is sent, or refuses it. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (_, __, done) => done(refuse ? new Error('mailbox full') : null),
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      mails.push({
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map((r) => r.address),
        raw: Buffer.concat(parts).toString('utf8'),
      });
      done();
    });
  },
});
server.on('error', () => undefined);

const realPlace = () => {
  const { port } = server.server.address() as AddressInfo;
  const env = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    REPORT_MAIL_FROM: 'ruhu@example.gov.cn',
    REPORT_MAIL_TO: 'report@example.gov.cn',
  };
  return { ...placeOver(database, env), mode: 'real' as const };
};

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const seeded = await seedCounty(database);
  people = seeded.staff;
  await submitted(database, seeded, '2100001', [waterFinding]);
  await say(people.cadre, '报送报告', { at: morning(26) });
  await say(people.cadre, '1', { at: morning(26) });
});

afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

describe('sending a filed report', () => {
  it('goes nowhere while no mailbox is configured, nor over made-up data', async () => {
    expect(await sendFiledReports({ ...placeOver(database), mode: 'real' }, morning(26, 10))).toBe(0);
    expect(await sendFiledReports({ ...realPlace(), mode: 'rehearsal' }, morning(26, 10))).toBe(0);
    expect(mails).toEqual([]);
  });

  it('a server that refuses is asked again later, not at once', async () => {
    refuse = true;
    expect(await sendFiledReports(realPlace(), morning(26, 11))).toBe(0);
    const [row] = await rowsOf<{ send_tries: number; send_error: string }>(
      database,
      'select send_tries, send_error from self_report',
    );
    expect(row).toMatchObject({ send_tries: 1, send_error: expect.stringContaining('mailbox full') });
    refuse = false;
    expect(await sendFiledReports(realPlace(), morning(26, 12))).toBe(0);
  });

  it('two processes at once send it once, with the document and its attachments', async () => {
    const sent = await Promise.all([
      sendFiledReports(realPlace(), morning(26, 50)),
      sendFiledReports(realPlace(), morning(26, 50)),
    ]);
    expect(sent[0] + sent[1]).toBe(1);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ from: 'ruhu@example.gov.cn', to: ['report@example.gov.cn'] });
    const base64 =
      /filename[^\n]*\.zip[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/u.exec(mails[0]?.raw ?? '')?.[1] ?? '';
    const files = await unzip(Buffer.from(base64.replaceAll(/\s/gu, ''), 'base64'));
    expect([...files.keys()]).toEqual([
      '龙城镇大排查自查报告（截至12月26日）.docx',
      '附件1 问题整改台账.xlsx',
      '附件2 入户排查台账.xlsx',
      '附件3 单位自查情况表.xlsx',
    ]);
  });

  it('is not sent a second time, and the township sees that it went', async () => {
    expect(await sendFiledReports(realPlace(), morning(28))).toBe(0);
    expect(await say(people.cadre, '报告', { at: morning(28) })).toContain('邮件已发出');
  });
});

it('a mailbox is configured whole or not at all', () => {
  expect(() => placeOver(database, { SMTP_URL: 'smtp://127.0.0.1:25' })).toThrow('要一起填');
});
