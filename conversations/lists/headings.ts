import { type HeaderReading, type HeadingColumns, plainHeading } from '../imports/headings.ts';

/** The columns of a list that say whom a row means and what it is about; all others are told as they stand. */
const listHeadings = {
  code: ['户编号', '农户编号', '户号', '户编码', '家庭编号'],
  idNumber: [
    '身份证号',
    '身份证号码',
    '身份证',
    '证件号码',
    '证件号',
    '公民身份号码',
    '公民身份证号',
    '居民身份证号',
    '户主身份证号',
    '户主身份证号码',
    '户主证件号码',
  ],
  name: [
    '姓名',
    '人员姓名',
    '参保人',
    '参保人姓名',
    '学生姓名',
    '残疾人姓名',
    '保障对象',
    '对象姓名',
    '成员姓名',
    '车主',
    '所有人',
    '权利人',
    '申请人',
    '反映人',
  ],
  headName: ['户主姓名', '户主', '农户姓名', '家长姓名', '监护人', '监护人姓名'],
  township: ['乡镇', '所属乡镇', '所在乡镇', '乡', '镇', '镇街', '乡镇街道', '乡镇名称'],
  village: ['行政村', '村', '村名', '所属行政村', '所在村', '村居', '村社区', '村居社区', '村名称'],
  group: ['村民组', '村民小组', '组', '自然村', '小组', '组别', '自然庄'],
  words: [
    '问题描述',
    '存在问题',
    '反馈问题',
    '问题',
    '具体问题',
    '预警内容',
    '预警信息',
    '预警原因',
    '风险类型',
    '风险情况',
    '反映内容',
    '信访事项',
    '诉求',
    '情况',
    '情况说明',
    '具体情况',
    '核查内容',
    '疑点',
    '疑点描述',
  ],
  category: ['问题类别', '类别', '问题类型', '分类'],
} as const satisfies HeadingColumns<string>;
export type ListField = keyof typeof listHeadings;

/** What a field is called where a column is to be chosen for it. */
export const listFieldLabels: Readonly<Record<ListField, string>> = {
  code: '户编号',
  idNumber: '身份证',
  name: '姓名',
  headName: '户主',
  township: '乡镇',
  village: '村',
  group: '组',
  words: '内容',
  category: '问题类别',
};

/** Which heading of a file stands for a field; '' = none does, whatever the words say. */
export type ListMapping = Partial<Readonly<Record<ListField, string>>>;

export const listFields = Object.keys(listHeadings) as ListField[];

/** 身份证=证件号码, as it is told once of an origin's files; undefined where the left side is no field. */
export function mappingSaid(pairs: readonly string[]): { mapping: ListMapping } | { unknown: string } {
  const mapping: Partial<Record<ListField, string>> = {};
  for (const pair of pairs.flatMap((text) => text.split(/[,，]/u))) {
    const [left = '', heading = ''] = pair.split(/[=＝]/u, 2).map((side) => side.trim());
    const field = fieldCalled(left);
    if (field === undefined || heading === '') return { unknown: pair };
    mapping[field] = heading;
  }
  return { mapping };
}

function fieldCalled(word: string): ListField | undefined {
  const plain = plainHeading(word);
  return listFields.find(
    (field) => listFieldLabels[field] === plain || (listHeadings[field] as readonly string[]).includes(plain),
  );
}

/** The columns as this origin calls them: what it was told once comes before what the words say. */
export function columnsWith(mapping: ListMapping): HeadingColumns<ListField> {
  const own = new Set(Object.values(mapping).map(plainHeading));
  return Object.fromEntries(
    listFields.map((field) => {
      const told = mapping[field];
      const words = listHeadings[field].filter((word) => !own.has(word));
      if (told === '') return [field, []];
      return [field, told === undefined ? words : [plainHeading(told), ...words]];
    }),
  ) as unknown as HeadingColumns<ListField>;
}

/** Three cells or more of short words without a figure: a header, though none of its words is known. */
export function mayBeHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length >= 3 && filled.every((cell) => cell.length <= 14 && !/\d{2}/u.test(cell));
}

/** Does the header say whom a row means, or at least where it lies? */
export function namesSomebody({ fields }: Pick<HeaderReading<ListField>, 'fields'>): boolean {
  return fields.has('idNumber') || fields.has('code') || fields.has('name') || fields.has('headName');
}
