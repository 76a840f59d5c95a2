import { type CampaignData, defineCampaign } from '../../campaign/campaign.ts';
import { unitList } from '../../campaign/county-units.ts';
import { readPlan } from '../../campaign/plan.ts';
import { campaignId } from '../../contract/ids.ts';
import { official } from '../official-days.ts';
import { answerBook } from './answer-book.ts';
import { areaFigures } from './area-figures.ts';
import { coverNotes } from './cover.ts';
import { dispatch } from './dispatch.ts';
import { duties } from './duties.ts';
import { evidence } from './evidence.ts';
import { form } from './form.ts';
import { ledger } from './ledger.ts';
import { xiaoxianLists } from './lists.ts';
import { matters } from './matters.ts';
import source from './plan.json' with { type: 'json' };
import { contradictionRules, leadRules, problemRules } from './rules.ts';
import { satisfaction } from './satisfaction.ts';
import { developmentItems } from './self-check/development.ts';
import { fundItems } from './self-check/funds.ts';
import { responsibilityItems } from './self-check/responsibility.ts';
import { safeguardItems } from './self-check/safeguards.ts';
import { workItems } from './self-check/work.ts';
import { spotCheckAsks } from './spot-check.ts';
import { training } from './training.ts';
import units from './units-341322.json' with { type: 'json' };
import { usual } from './usual.ts';

const data: CampaignData = {
  id: campaignId.parse('xiaoxian-2021'),
  texts: {
    short: '大排查',
    full: '巩固拓展脱贫攻坚成果大排查',
    order: '巩固拓展脱贫攻坚成果大排查工作方案',
    reportTitle: ['巩固拓展', '脱贫攻坚成果大排查的自查报告'],
    examples: { atOnce: '4口人 一年5万 打工 稳定 都参保', change: '收入改成4万' },
    areasInWords: '14个方面',
    command: '乡村振兴工作指挥部',
    reportFindings: {
      title: '“三保障”和饮水安全情况。',
      words:
        '已排查户中，家庭成员全部参加城乡居民基本医疗保险的{insured}，占问到户数的{insuredShare}，有人未参保的{uninsured}；有适龄儿童少年失学辍学的{dropouts}；现有住房不安全的{unsafeHousing}；存在饮水安全问题的{waterProblems}。',
    },
  },
  settings: {
    countyName: '萧县',
    year: 2021,
    start: '2021-12-09',
    end: '2021-12-31',
    reportDeadline: '2021-12-27',
    incomeLine: { yuan: 6000, year: 2021, source: '国家扶贫标准1.5倍底线，待省定' },
  },
  plan: readPlan(source),
  duties,
  units: unitList.parse(units),
  form,
  // The order asks for photos of what was put right, not of each visit: nothing is added.
  photos: [],
  carries: [],
  problemRules,
  leadRules,
  contradictionRules,
  selfCheck: [...responsibilityItems, ...workItems, ...safeguardItems, ...developmentItems, ...fundItems],
  ledger,
  deadlineDays: {
    education: 7,
    medical: 10,
    housing: 15,
    water: 10,
    income: 15,
    assistance: 7,
    relocation: 15,
    industry: 15,
    employment: 10,
    safetyNet: 10,
    satisfaction: 15,
    policy: 10,
    other: 10,
  },
  matters,
  official,
  spotCheck: spotCheckAsks,
  satisfaction,
  dispatch,
  evidence,
  areaFigures,
  usual,
  answerBook,
  training,
  coverNotes,
  listKinds: xiaoxianLists,
};

/** The inspection of December 2021: 14 areas, 131 clauses, a ledger of 19 columns. */
export const xiaoxian2021 = defineCampaign(data);
