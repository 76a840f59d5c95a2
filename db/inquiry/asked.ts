import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { InquiryNeeds } from '../../conversations/inquiry/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { counted } from './counted.ts';
import { householdsBehind, leadsBehind, problemsBehind } from './rows.ts';
import { staffBehind } from './staff-rows.ts';
import { unitNames } from './unit-names.ts';

type Answers = {
  [K in keyof InquiryNeeds]: (
    db: Db,
    asker: Asker,
    args: InquiryNeeds[K]['in'],
  ) => Promise<InquiryNeeds[K]['out']>;
};

/** Answers to what an inquiry asks. */
export const inquiryAnswers: Answers = {
  unitNames: async (db) =>
    (await unitNames(db)).map(({ code, name, kind, parent, townshipName, seen }) => ({
      code: code as UnitCode,
      name,
      kind,
      ...(kind === 'village' && parent !== null ? { township: parent as UnitCode } : {}),
      ...(kind === 'township' ? { township: code as UnitCode } : {}),
      ...(townshipName === null ? {} : { townshipName }),
      ...(seen ? {} : { outside: true as const }),
    })),
  countInquiry: (db, asker, { inquiry, today }) => counted(db, asker, inquiry, { today }),
  inquiryHouseholds: (db, asker, { inquiry, today, ...page }) =>
    householdsBehind(db, asker, inquiry, { today }, page),
  inquiryProblems: (db, asker, { inquiry, today, ...page }) =>
    problemsBehind(db, asker, inquiry, { today }, page),
  inquiryStaff: (db, asker, { inquiry, today, ...page }) => staffBehind(db, asker, inquiry, { today }, page),
  inquiryLeads: (db, asker, { inquiry, today, ...page }) => leadsBehind(db, asker, inquiry, { today }, page),
};
