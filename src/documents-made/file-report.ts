import { createTransport } from 'nodemailer';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { fullDayInWords } from '../../conversations/calendar/days.ts';
import { reportName } from '../../conversations/reports/report.ts';
import { read, write } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { claimUnsent, noteSending, type StoredReport } from '../../db/reports/read.ts';
import type { Workplace } from '../setting/workplace.ts';
import { bundle, documentOf, filedFigures, NoReport, reporterOf } from './make-report.ts';

/** Nobody waits longer for a mail server. */
const patience = 30_000;

/**
 * Sends filed reports to the configured mailbox, each once: a report is claimed before it is sent, and tried
 * again later when the mail server refused it. Without a mailbox, and over made-up data, nothing is ever sent.
 * @param now milliseconds since 1970
 * @returns how many were sent
 */
export async function sendFiledReports(place: Workplace, now: number): Promise<number> {
  const { mail } = place.config;
  if (mail === undefined || place.mode !== 'real') return 0;
  const everything = wholeCounty(place.county);
  const reports = await write(place.database, everything, (tx) => claimUnsent(tx, now));
  let sent = 0;
  for (const report of reports) {
    const error = await sendOne(place, mail, report).then(
      () => null,
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    );
    await write(place.database, everything, (tx) => noteSending(tx, report.id, now, error));
    if (error === null) sent += 1;
    else place.log.warn({ report: report.id, error }, 'a filed report could not be sent');
  }
  return sent;
}

async function sendOne(
  place: Workplace,
  mail: NonNullable<Workplace['config']['mail']>,
  report: StoredReport,
): Promise<void> {
  const everything = wholeCounty(place.county);
  const settings = await read(place.database, everything, readCampaign);
  if (settings === null) throw new NoReport('还没有设置活动，请先跑一次 ruhu start。');
  const unit = await reporterOf(place, report.unit);
  const facts = await filedFigures(place, report.id);
  const name = reportName(facts, settings);
  const filedAt = report.filedAt?.getTime() ?? report.madeAt.getTime();
  const document = await documentOf(facts, settings, filedAt);
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: mail.to,
      subject: name,
      text: `${name}，数据截至${fullDayInWords(report.asOf)}，由${report.filedByName ?? unit.short}报送。附件为报告和台账。`,
      // The same on every try, so that a receiver can tell a repetition.
      messageId: `<report-${report.id}@ruhu>`,
      attachments: [
        {
          filename: `${name}.zip`,
          content: await bundle(place, everything, unit, { facts, name, document }),
        },
      ],
    });
  } finally {
    transport.close();
  }
}
