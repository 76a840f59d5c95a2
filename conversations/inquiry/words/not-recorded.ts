/** What people ask for and nobody writes down: the thing, the forms it is asked in, and what is recorded beside it. */
interface NotRecorded {
  what: string;
  forms: string;
  instead: string;
}

export const notRecorded: readonly NotRecorded[] = [
  {
    what: '孩子几年级、在哪上学',
    forms: '几年级 上几年级 年级 读几年级 在哪上学 哪个学校 上啥学校 读啥专业 上大学',
    instead: '“适龄孩子的几户”“辍学的几户”',
  },
  {
    what: '务工去了哪里、干了多久',
    forms:
      '省外 省内 去省外 在省外 出省 县外 县内务工 哪个城市 半年以上 超过半年 半年 外出多久 务工多久 干了几个月',
    instead: '“外出务工的几户”“没有稳定的活的几户”',
  },
  {
    what: '今年新识别的监测户',
    forms: '新识别 今年新识别 新纳入的监测户 新增监测户 今年新增监测',
    instead: '“监测户几户”“线索几条”“已纳入的线索”',
  },
  {
    what: '年龄',
    forms:
      '岁 岁数 年龄 年纪 老人 老年人 老头 老太 老太太 老汉 独居老人 空巢老人 孤寡老人 孤寡 高龄老人 高龄 留守老人 留守儿童 儿童 未成年人 未成年 婴幼儿 年轻人 中年人',
    instead: '“老人独居危房的几户”“一口人的几户”“适龄孩子的几户”',
  },
  {
    what: '性别和婚姻',
    forms:
      '男的 女的 男性 女性 妇女 男人 女人 光棍 单身汉 离婚 离异 丧偶 寡妇 已婚 未婚 结婚 没结婚 性别 婚姻',
    instead: '“一口人的几户”“人口5口以上的几户”',
  },
  {
    what: '民族、学历、政治面貌',
    forms: '民族 少数民族 回族 党员 学历 文化程度 文盲 大学生 高中生 宗教 信教 退伍军人 退役军人',
    instead: '“适龄孩子的几户”“辍学的几户”',
  },
  {
    what: '存款、车和城里的房',
    forms: '存款 有车 汽车 小汽车 轿车 买车 商品房 城里有房 买房 开公司 工商登记',
    instead: '“年收入10万以上的几户”“补贴该退出的几户”',
  },
  {
    what: '土地和庄稼',
    forms: '几亩地 亩数 地块 承包地 土地面积 种了几亩 庄稼 收成 养了几头 养几头 宅基地',
    instead: '“靠种地的几户”“有帮扶项目的几户”',
  },
];
