import { scanNumbers } from '../../language/numbers/numerals.ts';
import { learnsElsewhere, readDropout, reasonsIn } from '../../reading/dropout.ts';
import { ask, mapValue, none, value } from '../../reading/outcome.ts';
import { readSaidTo } from '../../reading/said-to.ts';
import type { Understood } from '../../reading/understood.ts';
import type { Read } from './slots.ts';

const learning =
  /(?:在)?(?:上|念|读)(?:着)?(?:小学|初中|学|书|初[一二三]|[一二三四五六七八九]年级)|[一二三四五六七八九]年级|初[一二三]|在校|在读|就读|都在上|上着/;

/** Schools before and after the compulsory years. */
const beyond = /大学|高中|高[一二三]|大专|研究生|中专|技校|职高|职中|幼儿园|学前/;

/** 孙女10岁上学: at school, as far as nothing beside it denies or delays it. */
function isAtSchool(text: string): boolean {
  const compulsory = !beyond.test(text) || /小学|初中|[一二三四五六七八九]年级/.test(text);
  return (
    learning.test(text) && compulsory && !/[不没未]|想|该|准备|打算|快|明年|马上|才|供|学费|要上/.test(text)
  );
}

/** 没有上学的孩子 says there is no pupil, not that a child stays away. */
export const noPupil =
  /没(?:有)?(?:人|谁)(?:在)?(?:上学|读书|念书)|(?:没有?|无)(?:啥|什么|一个)?(?:中小学生|适龄|学龄|(?:要|该)?(?:上学|读书|念书|在校|在读)的(?:孩子|娃|小孩|学生)?$|(?:孩子|娃|小孩|学生)(?:上学|读书|念书)?$)|没有(?:要|该)?(?:上学|读书|念书)的/;

/** What a stretch about schooling tells: whether there is a pupil, whether one stays away, and why. */
export function readSchool(text: string, reason = text): Read[] {
  if (noPupil.test(text)) return [{ key: 'schoolAgeChild', understood: value(false) }];
  if (youngest(text)) return [{ key: 'schoolAgeChild', understood: ask('verify', false), weak: true }];
  const elsewhere = placeOf(text);
  if (elsewhere) return elsewhere;
  // 两个学生 answers whether there are pupils, never whether one stays away.
  const out = onlyNamed.test(text) ? none : readSaidTo('droppedOut', text).understood;
  const child = readSaidTo('schoolAgeChild', text).understood;
  const hasReason = reason !== text || reasonsIn(text).length > 0;
  // 不想念书 alone is a wish; with 打工去了 behind it it has come true.
  const isOut =
    keptHome(text) ||
    (out.status === 'value' ? out.value : out.status === 'ask' && out.value === true && reason !== text);
  if (isOut) {
    const why: Read[] = hasReason
      ? [{ key: 'dropoutReason', understood: mapValue(readDropout(reason), (r) => r.reason) }]
      : [];
    return [
      { key: 'schoolAgeChild', understood: value(true), weak: true },
      { key: 'droppedOut', understood: out.status === 'value' && out.value ? out : value(true) },
      ...why,
    ];
  }
  if (/没(?:有)?毕业/.test(text) && hasReason) {
    return [
      { key: 'schoolAgeChild', understood: value(true), weak: true },
      { key: 'droppedOut', understood: value(true) },
      { key: 'dropoutReason', understood: mapValue(readDropout(reason), (r) => r.reason) },
    ];
  }
  if (beyond.test(text) && child.status === 'value' && !child.value && !/辍|失学|退学|不上|不念/.test(text))
    return [{ key: 'schoolAgeChild', understood: child, weak: true }];
  const denied = out.status === 'value';
  if (denied)
    return [
      { key: 'droppedOut', understood: out },
      ...(learning.test(text) ? [{ key: 'schoolAgeChild', understood: value(true), weak: true }] : []),
    ];
  // 一个上幼儿园一个上小学: the younger one leaves the answer about the other as it is.
  const unsaid = out.status === 'none' || (out.status === 'ask' && beyond.test(text));
  const attends = isAtSchool(text) && unsaid;
  if (child.status === 'value' && child.value && attends) {
    return [
      { key: 'schoolAgeChild', understood: child },
      { key: 'droppedOut', understood: value(false), weak: true },
    ];
  }
  if (attends && (child.status === 'none' || (child.status === 'ask' && child.reason === 'vague')))
    return [
      { key: 'schoolAgeChild', understood: value(true), weak: true },
      { key: 'droppedOut', understood: value(false) },
    ];
  // 大的17上高中 is of another child; it denies none.
  const denies = (child.status === 'value' || child.status === 'ask') && child.value === false;
  const older = denies && (beyond.test(text) || isOlder(text)) && !/没|无/.test(text);
  // 曾辍学: it speaks of staying away, and only by that of a child.
  if (child.status === 'ask' && out.status === 'ask' && child.value === out.value)
    return [{ key: 'droppedOut', understood: out }];
  if (child.status !== 'none')
    return [{ key: 'schoolAgeChild', understood: bareAge(text) ?? child, ...(older ? { weak: true } : {}) }];
  const age = bareAge(text);
  if (age) return [{ key: 'schoolAgeChild', understood: age }];
  return out.status === 'none' ? [] : [{ key: 'droppedOut', understood: out }];
}

/** 残疾孩子没上学: there is a child, and its body is why it stays away. */
function keptHome(text: string): boolean {
  return /没(?:有)?(?:去)?上(?:过)?学(?!的)/.test(text) && reasonsIn(text).includes('身体原因');
}

const onlyNamed =
  /^(?:家里|家有|有)?[\d一二两俩三四五六七八九十]{0,2}(?:个|名)?(?:学生|孩子|娃|小孩)[\d一二两三四五]?(?:个|名|人)?$/;

/** 孙女四岁,没上学: too young for school. */
function youngest(text: string): boolean {
  const ages = scanNumbers(text).filter((n) => /^ ?(?:岁|周岁)/.test(text.slice(n.end, n.end + 3)));
  return ages.length > 0 && ages.every((n) => n.lo <= 5) && !/小学|年级|初中/.test(text);
}

/** 18岁, 大的17: past the compulsory years. */
function isOlder(text: string): boolean {
  return scanNumbers(text).some((n) => n.lo === n.hi && n.lo >= 17 && n.lo < 40);
}

/** 老师送教上门, 在特校: learning after all. It explains a dropout named before and is no dropout by itself. */
function placeOf(text: string): Read[] | undefined {
  const read = readDropout(text);
  const reason = read.status === 'value' || read.status === 'ask' ? read.value?.reason : undefined;
  if (reason === undefined || !learnsElsewhere.has(reason) || /辍学|失学|退学|不上|没上学|没在上/.test(text))
    return undefined;
  return [
    { key: 'schoolAgeChild', understood: value(true), weak: true },
    {
      key: 'droppedOut',
      understood: read.status === 'value' ? value(false) : ask('verify', false),
      weak: true,
    },
    { key: 'dropoutReason', understood: mapValue(read, (r) => r.reason), needs: 'droppedOut' },
  ];
}

/** 有个娃15: an age without 岁. */
function bareAge(text: string): Understood<boolean> | undefined {
  if (
    !/(?:娃|孩子|小孩|孙子|孙女|儿子|闺女|女儿|姑娘|丫头|小子)(?:才|今年|都)?[\d一二三四五六七八九十]/.test(
      text,
    )
  )
    return undefined;
  const age = scanNumbers(text).find((n) => n.end === text.length && n.lo === n.hi && n.unit <= 10);
  if (!age || age.lo > 60) return undefined;
  if (age.lo >= 6 && age.lo <= 15) return value(true);
  return age.lo === 5 || age.lo === 16 ? ask('verify', false) : value(false);
}
