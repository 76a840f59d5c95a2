import type { OfficialDays } from '../calendar/workdays.ts';

/**
 * The official calendar of 2022, as the State Council's office announced it: a declaration of December 2021 or later
 * runs into it. Of 2021 nothing lies after the first campaign began.
 */
export const official: OfficialDays = {
  holidays: [
    // New Year
    '2022-01-01',
    '2022-01-02',
    '2022-01-03',
    // Spring Festival
    '2022-01-31',
    '2022-02-01',
    '2022-02-02',
    '2022-02-03',
    '2022-02-04',
    '2022-02-05',
    '2022-02-06',
    // Qingming
    '2022-04-03',
    '2022-04-04',
    '2022-04-05',
    // Labour Day
    '2022-04-30',
    '2022-05-01',
    '2022-05-02',
    '2022-05-03',
    '2022-05-04',
    // Dragon Boat
    '2022-06-03',
    '2022-06-04',
    '2022-06-05',
    // Mid-Autumn
    '2022-09-10',
    '2022-09-11',
    '2022-09-12',
    // National Day
    '2022-10-01',
    '2022-10-02',
    '2022-10-03',
    '2022-10-04',
    '2022-10-05',
    '2022-10-06',
    '2022-10-07',
  ],
  // Saturdays and Sundays worked instead.
  workdays: [
    '2022-01-29',
    '2022-01-30',
    '2022-04-02',
    '2022-04-24',
    '2022-05-07',
    '2022-10-08',
    '2022-10-09',
  ],
};
