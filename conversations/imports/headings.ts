/** Columns of one kind of file: field → the headings that mean it, the surest first. */
export type HeadingColumns<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** What a header row turned out to mean. */
export interface HeaderReading<Field extends string> {
  /** Field → the heading as the file writes it. */
  fields: ReadonlyMap<Field, string>;
  /** Headings that mean nothing here; their cells are kept as extra. */
  unknown: readonly string[];
}

/**
 * A heading reduced to what carries meaning: width, spaces, line breaks, asterisks, colons and a bracketed
 * hint (`手机号*（必填）`, `家庭人口数(人)`) don't count. `村（社区）` keeps what stands before the bracket.
 */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*\(?\d{1,2}[).、]/, '')
    .replace(/[\s*:、.。_\-"'“”]/g, '')
    .replace(/(?<=.)[([【][^)\]】]*[)\]】]/g, '');
}

/** Reads a header row. Where two headings mean one field, the synonym listed first wins; the other is unknown. */
export function readHeader<F extends string>(
  columns: HeadingColumns<F>,
  headings: readonly string[],
): HeaderReading<F> {
  const byPlain = new Map<string, string>();
  for (const heading of headings) {
    const plain = plainHeading(heading);
    if (plain !== '' && !byPlain.has(plain)) byPlain.set(plain, heading);
  }
  const fields = new Map<F, string>();
  const taken = new Set<string>();
  for (const field of Object.keys(columns) as F[]) {
    const heading = columns[field]
      .map((name) => byPlain.get(name))
      .find((h) => h !== undefined && !taken.has(h));
    if (heading === undefined) continue;
    fields.set(field, heading);
    taken.add(heading);
  }
  return { fields, unknown: headings.filter((h) => h.trim() !== '' && !taken.has(h)) };
}

/** How many of a row's cells are headings of this kind of file: the row with the most is the header. */
export function countHeadings<F extends string>(
  columns: HeadingColumns<F>,
  cells: readonly string[],
): number {
  return readHeader(columns, cells).fields.size;
}

export const staffColumns = {
  name: ['姓名', '人员姓名', '干部姓名', '排查员姓名', '排查员', '名字'],
  phone: ['手机号', '手机', '手机号码', '联系电话', '电话', '电话号码', '联系方式'],
  roles: ['角色', '身份', '人员类别', '人员类型', '类别', '岗位'],
  unit: ['单位', '所在单位', '工作单位', '所属单位', '单位名称', '村', '行政村', '所在村'],
  township: ['乡镇', '所属乡镇', '所在乡镇', '镇', '镇街'],
  title: ['职务', '职位', '职务职称'],
} as const satisfies HeadingColumns<string>;
export type StaffField = keyof typeof staffColumns;

export const householdHeadings = {
  code: ['户编号', '农户编号', '户号', '户编码', '家庭编号'],
  headName: ['户主姓名', '户主', '农户姓名', '姓名'],
  memberName: ['成员姓名', '家庭成员', '人员姓名', '姓名'],
  relation: ['与户主关系', '与户主的关系', '家庭关系'],
  idNumber: [
    '身份证号',
    '身份证号码',
    '户主身份证号',
    '户主身份证号码',
    '身份证',
    '证件号码',
    '公民身份号码',
    '户主证件号码',
  ],
  type: [
    '户属性',
    '户类型',
    '农户类型',
    '农户属性',
    '家庭类型',
    '脱贫户类型',
    '脱贫户属性',
    '脱贫属性',
    '贫困户属性',
    '脱贫状态',
    '脱贫情况',
  ],
  monitoredKind: [
    '监测类别',
    '监测对象类别',
    '监测对象类型',
    '监测类型',
    '易返贫致贫户类型',
    '易返贫致贫户类别',
    '监测户类型',
    '监测户类别',
  ],
  population: [
    '家庭人口数',
    '家庭人口',
    '家庭总人口',
    '家庭成员数',
    '人口数',
    '人口',
    '家庭人数',
    '人数',
    '年度家庭人口数',
    '户内人口',
  ],
  township: ['乡镇', '所属乡镇', '所在乡镇', '乡', '镇', '镇街', '乡镇街道'],
  village: ['行政村', '村', '村名', '所属行政村', '所在村', '村居', '村社区', '村居社区'],
  group: ['村民组', '村民小组', '组', '自然村', '小组', '自然村组', '组别', '自然庄'],
  phone: [
    '联系电话',
    '户主电话',
    '户主联系电话',
    '电话',
    '手机',
    '手机号',
    '手机号码',
    '联系方式',
    '电话号码',
    '户联系电话',
    '家庭联系电话',
    '成员联系电话',
  ],
  relocated: [
    '易地搬迁',
    '是否易地搬迁',
    '是否易地扶贫搬迁户',
    '是否易地搬迁户',
    '易地扶贫搬迁',
    '易地搬迁户',
    '是否搬迁户',
    '搬迁类型',
  ],
  lastYearIncomePerHead: [
    '上年人均纯收入',
    '上年度人均纯收入',
    '上年人均收入',
    '人均纯收入',
    '家庭人均纯收入',
    '年人均纯收入',
    '2020年人均纯收入',
  ],
  helperPhone: [
    '排查员手机号',
    '排查员手机',
    '排查员电话',
    '排查员联系电话',
    '排查人手机号',
    '帮扶责任人手机号',
    '帮扶责任人电话',
  ],
  /** The national monitoring system's columns: what it already knows is not asked again. */
  insured: [
    '是否参加城乡居民基本医疗保险',
    '是否参加基本医疗保险',
    '是否参加城乡居民医保',
    '是否参加居民医保',
    '是否参加新型农村合作医疗',
    '是否参加医保',
  ],
  employeeInsured: ['是否参加城镇职工基本医疗保险', '是否参加城镇职工医保', '是否参加职工医保'],
  dangerousHousing: ['是否危房户', '危房户', '是否危房', '住房是否危房', '是否住危房'],
  safeWater: ['是否解决安全饮用水', '饮水是否安全', '是否解决饮水安全'],
  subsistence: ['是否享受低保', '是否低保', '是否低保户', '是否纳入低保'],
  destitute: ['是否特困供养人员', '是否特困供养', '是否特困', '是否五保'],
} as const satisfies HeadingColumns<string>;
export type HouseholdField = keyof typeof householdHeadings;

export const roomColumns = {
  name: ['群名', '群名称', '群聊名称', '微信群'],
  channel: ['平台', '渠道', '所在平台'],
  externalId: ['群标识', '群ID', '群id', '群号', 'roomid', 'chatid', '标识'],
  unit: ['单位', '所属单位', '对应单位', '绑定单位', '村', '行政村'],
  township: ['乡镇', '所属乡镇', '所在乡镇'],
} as const satisfies HeadingColumns<string>;
export type RoomField = keyof typeof roomColumns;

export const answerHeadings = {
  title: ['问题', '户里问什么', '题目'],
  about: ['关键词', '说到什么'],
  asks: ['问法', '怎么问'],
  answer: ['回答', '答复', '怎么答'],
  source: ['出处', '依据', '文件'],
  date: ['日期', '发文日期', '时间'],
  whom: ['问谁', '找谁', '联系单位'],
  page: ['网页', '网址', '链接'],
} as const satisfies HeadingColumns<string>;
export type AnswerField = keyof typeof answerHeadings;

export const unitHeadings = {
  countyName: ['县', '县名', '县区'],
  townshipCode: ['乡镇代码', '乡镇编码', '上级代码'],
  township: ['乡镇', '乡镇名称', '所属乡镇'],
  villageCode: ['村代码', '行政村代码', '村编码', '统计用区划代码', '代码'],
  village: ['行政村', '村', '村名', '村名称', '名称'],
  merged: ['并入的村', '合并前的村', '原村名'],
} as const satisfies HeadingColumns<string>;

/** Columns without which a file of this kind can't be used. */
export const requiredColumns = {
  staff: ['name', 'phone', 'roles', 'unit'],
  households: ['headName', 'village'],
  rooms: ['name', 'channel', 'externalId', 'unit'],
  answers: ['title', 'about', 'answer', 'whom'],
} as const;
