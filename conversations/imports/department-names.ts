import { departmentCode } from '../campaign/departments.ts';
import { departmentNames } from './county-departments.ts';
import type { UnitFacts } from './unit-match.ts';

/** The name on a department's seal: 县教体局 in 萧县 → 萧县教育体育局; where it isn't listed, 县 becomes the county's name. */
export function sealName(short: string, county: string): string {
  const said = short.replace(/（.*$/u, '');
  const full = departmentNames.find(([name]) => name === said)?.[1];
  return full === undefined ? said.replace(/^县(?!委)/u, county) : full.replace('{县}', county);
}

/** A county's units that a roster may name and that aren't in the register yet. */
export function knownDepartments(county: string): UnitFacts[] {
  return departmentNames.map(([short]) => department(short, county));
}

const looksLikeOne =
  /^县(?:委)?[\p{Script=Han}]{1,16}(?:局|委|办|部|会|院|社|馆|站|校|行|队|所|处|中心|公司|集团|大队|支队|联|台)$/u;

/** A unit of the county that no list knows, by the shape of its name: 县档案馆. Undefined for anything else. */
export function newDepartment(written: string, county: string): UnitFacts | undefined {
  const said = written.normalize('NFKC').replaceAll(/\s/gu, '');
  const short = said.startsWith(county) ? `县${said.slice(county.length)}` : said;
  return looksLikeOne.test(short) ? department(short, county) : undefined;
}

function department(short: string, county: string): UnitFacts {
  return {
    code: departmentCode(short),
    kind: 'department',
    name: short,
    shortName: short,
    alias: sealName(short, county),
    parent: null,
  };
}
