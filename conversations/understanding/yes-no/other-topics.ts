import type { Topic } from './topic.ts';

const noTrouble =
  /没(?:有|得|啥|什么|甚|有啥|有什么)?(?:其他|其它|别的|旁的|另外|大|特别|太大)?(?:的)?(?:困难|难处|问题|难题|事|要求|诉求|毛病|难|难事|麻烦)|无(?:其他|其它|别的|任何)?(?:困难|问题|难处|诉求)|不(?:困难|难|存在)|没(?:有)?(?:啥|什么|别的|其他|其它|旁的)(?:的)?(?:了)?$|都(?:解决|好|没有)|没有(?:的)?了|没了|都没|挺好|好着|怪好|过得(?:去|好|不错)|不愁/;

/** 是否存在其他困难. */
export const difficulties: Topic = {
  key: 'otherDifficulties',
  trueIsGood: false,
  rules: [
    {
      re: /不(?:缺|差|大|太困难|太难|很难)|没(?:啥|什么|有)?大(?:困难|问题|事|难)|还(?:行|好|可以|能)|凑合|一般|有(?:点|些)(?!困难|难)/,
      ask: 'vague',
      guess: false,
    },
    { re: noTrouble, is: false },
    {
      re: /困难|难处|难|缺|没(?:劳|人|钱|地|活|工作|收入|对象|媳妇|房|车|路)|欠|债|贷款|负担|愁|供不起|交不起|贵|低|少|残|病|瘫|瘸|聋|独居|孤|卖不|滞销|打不|不够|不通|坏|没有(?:劳动力|钱|人|工作|收入)/,
      is: true,
    },
  ],
};

/** 户内其他问题, asked as yes/no by the understanding command. */
export const problems: Topic = {
  key: 'otherProblems',
  trueIsGood: false,
  rules: difficulties.rules,
};

/** A request for assent: 对不对, 确认吗. */
export const confirm: Topic = {
  key: 'confirm',
  trueIsGood: true,
  consent: true,
  rules: [
    { re: /^不管(?:了|的)?$|^随便|^都行$|^无所谓|^你看着办|^看着办/, ask: 'polarity', guess: false },
    { re: /^(?:算了|再说|等等|等会|再看看|再想想|先不|我?再核)/, ask: 'hedged' },
    {
      re: /不(?:对|行|中|是|要|好|可以|同意|准|成|用|提交|确认)|有(?:误|错|问题)|没(?:确认|对)|错了|别|否/,
      not: /没(?:有)?(?:错|误|问题)|不错/,
      is: false,
    },
    {
      re: /确认|同意|没错|无误|没(?:有)?问题|没(?:有)?(?:错|误|意见)|正确|可以|提交|就这样|对(?:的|了|着)|好(?:的|嘞|了|啊)|^(?:行|中|成|妥|管|得)|批准|核对(?:过|了|无)/,
      is: true,
    },
  ],
};
