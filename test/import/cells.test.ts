import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countyUnits } from '../../conversations/campaign/county-units.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import {
  countHeadings,
  householdHeadings,
  plainHeading,
  readHeader,
  staffColumns,
} from '../../conversations/imports/headings.ts';
import { readHouseholdLine } from '../../conversations/imports/household-row.ts';
import { readHouseholdType } from '../../conversations/imports/household-type.ts';
import { idCheckDigit, readIdNumber } from '../../conversations/imports/id-number.ts';
import { populationCell, readIncomePerHead, yesNoCell } from '../../conversations/imports/numbers.ts';
import { readPhone } from '../../conversations/imports/phone.ts';
import { readGroup } from '../../conversations/imports/place.ts';
import { readRoles } from '../../conversations/imports/roles.ts';
import { UnitIndex } from '../../conversations/imports/unit-match.ts';
import { county } from './register.ts';

const units = new UnitIndex(
  countyUnits(county, xiaoxian2021).map((unit) => ({ ...unit, shortName: unit.short })),
);
const why = (cell: { is: string; why?: string }) => (cell.is === 'wrong' ? cell.why : cell);

describe('identity numbers (GB 11643)', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '１１０１０５１９４９１２３１００２ｘ',
    " '11010519491231002x ",
  ])('%s is right', (text) => {
    expect(readIdNumber(text).is).toBe('value');
  });

  it.each([
    ['110105194912310021', '末位校验不对'],
    ['11010519491331002X', '出生日期不对'],
    ['110105210002290021', '出生日期不对'],
    ['110105491231002', '15 位老号码'],
    ['1101051949123100', '是 16 位'],
    ['11010519491231O02X', '不该有的字符'],
    ['1.10105E+17', '存成了数字'],
    ['110105194912310000', '存成了数字'],
  ])('%s: %s', (text, reason) => {
    expect(why(readIdNumber(text))).toContain(reason);
  });

  it('any wrong last digit is found, and the number is never repeated in the sentence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 10 }), (n, shift) => {
        const first17 = `34132219900101${String(n).padStart(3, '0')}`;
        const digits = '0123456789X';
        const wrong = digits[(digits.indexOf(idCheckDigit(first17)) + shift) % 11];
        const cell = readIdNumber(first17 + wrong);
        expect(cell.is).toBe('wrong');
        expect(why(cell)).not.toContain(first17.slice(0, 12));
      }),
    );
  });
});

describe('places', () => {
  it.each([
    ['王典', '龙城镇'],
    ['王典村', '龙城'],
    ['王典村委会', '龙城镇'],
    ['王典村村民委员会', '龙城镇'],
    ['龙湖', '龙城镇'],
    ['龙湖社区', '龙城镇'],
    ['龙湖社区居委会', ''],
    ['龙城镇王典村', ''],
    ['萧县龙城镇王典村', ''],
    ['341322100202', ''],
  ])('%s (%s) is found', (village, township) => {
    const town = township === '' ? null : units.township(township);
    const found = units.village(village, town?.is === 'one' ? town.unit : null);
    expect(found).toMatchObject({ is: 'one' });
  });

  it('every village is found by each of its names within its township', () => {
    for (const unit of countyUnits(county, xiaoxian2021).filter((u) => u.kind === 'village')) {
      const town = units.byCode(unit.parent ?? '');
      if (town === undefined) throw new Error('a village without township');
      for (const name of [unit.name, unit.short, unit.short.replace(/(社区|村)$/, '')]) {
        expect(units.village(name, town)).toMatchObject({ is: 'one', unit: { code: unit.code } });
      }
    }
  });

  it('a name that occurs in several townships is not guessed', () => {
    expect(units.village('张庄村', null)).toMatchObject({ is: 'many' });
  });

  it.each([
    '县医保局',
    '医保局',
    '县财政局',
    '财政局',
    '县财政局（县地方金融监督管理局）',
    '县委组织部',
    'd:县财政局（县地方金融监督管理局）',
  ])('%s is a department', (name) => {
    expect(units.any(name, null)).toMatchObject({ is: 'one', unit: { kind: 'department' } });
  });
});

describe('kinds of households', () => {
  it.each([
    ['一般农户', '', 'general', undefined, []],
    ['普通户', '', 'general', undefined, []],
    ['建档立卡户', '', 'povertyAlleviated', undefined, []],
    ['脱贫户、低保', '', 'povertyAlleviated', undefined, ['subsistence']],
    ['监测户', '边缘易致贫户', 'monitored', 'marginal', []],
    ['脱贫户', '脱贫不稳定户', 'monitored', 'unstable', []],
    ['突发严重困难户', '', 'monitored', 'sudden', []],
    ['易地搬迁户（脱贫户）', '', 'povertyAlleviated', undefined, ['relocated']],
    ['特困/残疾', '非监测对象', 'general', undefined, ['destitute', 'disabled']],
  ] as const)('%s + %s', (type, kind, expected, monitoredKind, tags) => {
    const cell = readHouseholdType(type, kind);
    expect(cell).toMatchObject({ is: 'value', value: { type: expected, tags } });
    expect(cell.is === 'value' ? cell.value.monitoredKind : null).toBe(monitoredKind);
  });

  it('two different kinds are a mistake', () => {
    expect(why(readHouseholdType('脱贫不稳定户', '突发严重困难户'))).toContain('只能有一种');
  });
});

describe('roles', () => {
  it.each([
    ['驻村工作队员、帮扶责任人', ['helper']],
    ['网格员', ['helper']],
    ['村干部，党员', ['villageCadre', 'helper']],
    ['乡镇干部', ['townshipCadre']],
    ['部门', ['departmentOfficer']],
    ['县乡村振兴局', ['countyOffice']],
    ['领导 管理员', ['leader', 'admin']],
    ['helper', ['helper']],
  ] as const)('%s', (text, roles) => {
    expect(readRoles(text)).toEqual({ is: 'value', value: roles });
  });
});

describe('numbers', () => {
  it.each([
    ['4', 4],
    ['4人', 4],
    ['４口人', 4],
    ['4.0', 4],
  ] as const)('%s people', (text, n) => {
    expect(populationCell(text)).toEqual({ is: 'value', value: n });
  });
  it.each(['0', '41', '四口', '-1', '4.5'])('%s people is a mistake', (text) => {
    expect(populationCell(text).is).toBe('wrong');
  });
  it.each([
    ['12,345.67', 12_346],
    ['9800元', 9_800],
    ['1.2万', 12_000],
    ['-300', -300],
  ] as const)('%s yuan', (text, n) => {
    expect(readIncomePerHead(text)).toEqual({ is: 'value', value: n });
  });
  it('phones with spaces and country code', () => {
    expect(readPhone('+86 138-1234-5678')).toEqual({ is: 'value', value: '13812345678' });
    expect(readPhone('无')).toEqual({ is: 'blank' });
    expect(why(readPhone('23812345678'))).toContain('以 1 开头');
  });
  it('yes and no as tables tick them', () => {
    expect(['是', '√', '1', '已解决'].map((text) => yesNoCell(text, 'x'))).toEqual(
      Array(4).fill({ is: 'value', value: true }),
    );
    expect(['否', '×', '0', '未解决', '/'].map((text) => yesNoCell(text, 'x'))).toEqual(
      Array(5).fill({ is: 'value', value: false }),
    );
    expect(yesNoCell('也许', 'x').is).toBe('wrong');
  });
});

describe('village groups', () => {
  it.each([
    ['3', '3组'],
    ['03', '3组'],
    ['三组', '三组'],
    ['大张庄', '大张庄'],
  ])('%s is %s', (text, group) => {
    expect(readGroup(text)).toEqual({ is: 'value', value: group });
  });
  it('a date was a group once, and nothing is cut off silently', () => {
    expect(why(readGroup('2021-01-02'))).toContain('成了日期');
    expect(why(readGroup('组'.repeat(21)))).toContain('太长');
  });
});

describe('headings', () => {
  it.each([
    ['户主姓名*', '户主姓名'],
    ['1.户主姓名', '户主姓名'],
    ['手机号\n（必填）', '手机号'],
    ['村（社区）', '村'],
    [' 身份证号： ', '身份证号'],
    ['2020年人均纯收入', '2020年人均纯收入'],
  ])('%j means %s', (heading, plain) => {
    expect(plainHeading(heading)).toBe(plain);
  });

  it('one column is never taken for two things, and what means nothing is kept', () => {
    const header = readHeader(staffColumns, ['姓名', '电话', '手机号', '职务', '身份', '村', '入党时间']);
    expect(Object.fromEntries(header.fields)).toEqual({
      name: '姓名',
      phone: '手机号',
      roles: '身份',
      unit: '村',
      title: '职务',
    });
    expect(header.unknown).toEqual(['电话', '入党时间']);
  });

  it('a row of data is not a header', () => {
    expect(countHeadings(householdHeadings, ['H1', '张三', '脱贫户', '龙城镇', '王典村'])).toBe(0);
  });
});

describe('whatever a cell holds', () => {
  it('reading it never fails, and says something that can be printed', () => {
    const header = readHeader(householdHeadings, [
      '户编号',
      '户主姓名',
      '身份证号',
      '户属性',
      '家庭人口数',
      '乡镇',
      '行政村',
      '联系电话',
      '备注',
    ]);
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '　', '王典村', '龙城镇', '4', '-'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 9, maxLength: 9 }), (texts) => {
        const cells = Object.fromEntries(
          [...header.fields.values(), '备注'].map((heading, i) => [heading, texts[i] ?? '']),
        );
        const reading = readHouseholdLine({ row: 2, cells }, header, units);
        if (reading.is === 'wrong') expect(reading.errors.every((text) => text.length < 120)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
