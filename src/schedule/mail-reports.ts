import type { Workplace } from '../setting/workplace.ts';
import type { Job } from './jobs.ts';

/** Sends filed reports where a mailbox is configured. Mail needs sockets, so this is Node's alone. */
export function mailReports(place: Workplace): Job {
  return {
    name: 'mailReports',
    cron: '4,19,34,49 * * * *',
    run: async (_, now) => {
      if (place.config.mail === undefined) return;
      const { sendFiledReports } = await import('../documents-made/file-report.ts');
      await sendFiledReports(place, now);
    },
  };
}
