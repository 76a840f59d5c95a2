import type { Household } from '../contract/household.ts';
import type { Answers } from '../form/answer.ts';
import type { FieldComparison } from './compare.ts';
import type { NationalHeading } from './national-columns.ts';
import type { NationalHousehold, NationalMember } from './national-household.ts';

/** One row to be keyed into the national system: who it is, and only the cells that change. */
type KeyInRow = Partial<Record<NationalHeading, string | number>>;

/** What can't be keyed in without looking: which person is meant isn't known. */
interface KeyIn {
  rows: KeyInRow[];
  notes: string[];
}

const yesNo = (value: boolean): string => (value ? '是' : '否');

/**
 * What has to be keyed in for a household: fields where our value was found right, and those the system lacks. A
 * field nobody settled stays on the list of conflicts instead.
 */
export function keyInOf(
  household: Household,
  answers: Answers,
  national: NationalHousehold,
  fields: readonly FieldComparison[],
): KeyIn {
  const due = fields.filter(
    (f) => f.settled === 'ours' || (f.verdict === 'missingTheirs' && f.field !== 'householdType'),
  );
  const head = national.members.find((m) => /^(?:户主|本人)/u.test(m.relation)) ?? national.members[0];
  const row: KeyInRow = {};
  const found: KeyIn = { rows: [], notes: [] };
  for (const { field, ours } of due) {
    if (ours === null) continue;
    if (field === 'population') row['年度家庭人口数'] = Number(ours);
    else if (field === 'netIncomePerHead') row['人均纯收入'] = Number(ours);
    else if (field === 'housingSafe') row['是否危房户'] = yesNo(ours === false);
    else if (field === 'waterProblem') row['是否解决安全饮用水'] = yesNo(ours === false);
    else if (field === 'householdType') row['户类型'] = String(ours);
    else perPerson(found, household, answers, national, field, ours === true);
  }
  if (Object.keys(row).length > 0) found.rows.unshift({ ...identity(national, head), ...row });
  return found;
}

/** Insurance, schooling and health stand with a person: keyed in where the answer says who, else left to be looked at. */
function perPerson(
  found: KeyIn,
  household: Household,
  answers: Answers,
  national: NationalHousehold,
  field: 'allInsured' | 'droppedOut' | 'seriousIllness',
  value: boolean,
): void {
  const headings = {
    allInsured: '是否参加城乡居民基本医疗保险',
    droppedOut: '义务教育阶段未上学原因',
    seriousIllness: '健康状况',
  } as const;
  if (field === 'allInsured' && value) {
    for (const member of national.members.filter((m) => m.insured !== true))
      found.rows.push({ ...identity(national, member), [headings[field]]: '是' });
    return;
  }
  const answer = answers[field];
  const who = answer?.is === 'known' ? (answer.who ?? '') : '';
  const named = national.members.find(
    (m) => who !== '' && (m.name === who || memberName(household, who) === m.name),
  );
  const cell = {
    allInsured: '否',
    droppedOut: value ? reasonOf(answers) : '',
    seriousIllness: value ? '请填病种' : '健康',
  }[field];
  if (named !== undefined && cell !== '')
    found.rows.push({ ...identity(national, named), [headings[field]]: cell });
  else
    found.notes.push(
      `${national.code} ${household.headName}：${headings[field]}要改，${who === '' ? '是家里哪一位' : `“${who}”是哪一位`}请核对后录入`,
    );
}

function reasonOf(answers: Answers): string {
  const answer = answers['dropoutReason'];
  return answer?.is === 'known' && typeof answer.v === 'string' ? answer.v : '其他';
}

/** 3号 or a name of our register → the name. */
function memberName(household: Household, who: string): string | undefined {
  const no = /^(\d{1,2})号?$/u.exec(who)?.[1];
  return household.members.find((m) =>
    no === undefined ? m.name === who || m.relation === who : m.no === Number(no),
  )?.name;
}

function identity(national: NationalHousehold, member: NationalMember | undefined): KeyInRow {
  return {
    户编号: national.code,
    人口编号: member?.personCode ?? '',
    姓名: member?.name ?? national.headName,
    与户主关系: member?.relation ?? '',
  };
}
