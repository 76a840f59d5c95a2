import { describe, expect, test } from 'vitest';
import { understandControl } from '../../conversations/understanding/control.ts';

/** Orders as people say them, a kind a line. */
const said = `
notHome: 敲了半天没人吱声 | 隔壁婶子说一大早下地了 | 电话打了三遍都没人接 | 户主住院了家里没人 | 院门上着锁，打电话关机 | 家里就一个聋老头，问不成 | 一家子都去吃席了，不在 | 老两口赶集还没回来 | 人不搁家 | 喊了好几声没人答应 | 庄邻讲他俩去南京带孙子了 | 门关着，屋里没动静 | 跑了三趟都没见着人 | 家里只有俩小孩 | 电话欠费停机了，找不到人 | 大人都上班去了 | 没找着户主，门锁着 | 打他手机一直占线
refused: 这家死活不开门 | 老头把我撵出来了 | 人家嫌烦，不愿意讲 | 她说没空搭理我们，让走 | 不配合排查，态度很差 | 户主拒绝提供信息 | 骂了我一顿，啥也不说 | 不让我们进屋 | 户主态度恶劣，拒绝回答 | 说啥都不肯讲 | 他媳妇把我们赶走了 | 人家讲没啥好说的，不愿答
moved: 他家早就搬到县城去住了 | 这户整户迁走了，户口也转了 | 搬去跟儿子过了，老房子空着 | 户口已经迁到外省 | 一家人搬到镇上住去了 | 他们家前年就搬走了 | 全家迁到江苏去了，不回来了
deceased: 老人上个月走了，户里没人了 | 户主去年病故，销户了 | 这老爷子过世了 | 五保户已去世 | 户主上月没了 | 老太太前天走了，正办丧事 | 这人早就不在人世 | 独居老人，已病逝
pause: 先存着，我吃了饭再弄 | 等会儿再填，先记着 | 手机快没电了，先停停 | 我有事先走，回头再说 | 先到这儿，下午再来 | 先保存，明天上午再来 | 我去喂个猪，回来再说 | 孩子哭了，等一下哈 | 今天先到这吧，天黑了 | 先停停，领导喊我 | 不急着填，我先歇会儿
resume: 接着弄刚才那户 | 把昨天没弄完的接着填 | 我回来了，往下问吧 | 咱从刚才断的地方接着来 | 好了，接着来 | 吃完饭了，继续 | 上午那户还没填完，接着填 | 继续刚才没问完的 | 可以往下问了
skip: 这个先过去，问下一个 | 别问这个了 | 这条先空着 | 先不填这个，往下走 | 这个问题略过 | 这个题不好回答，先过 | 这项先搁着 | 换个问题吧 | 不想说这个，下一个 | 先把这题放一放
back: 回到上一个问题 | 退回去，上一个没答好 | 刚才那题我要重新答 | 往前翻一题 | 我想回到上一题看看 | 退一步，我重新说 | 前面那题再问我一遍 | 倒回去，刚才按错了
undo: 刚才那个不算 | 撤回刚才说的 | 说错了，把上一句取消 | 刚才那句收回 | 上一条作废 | 撤销上一个回答
photo: 照片咋传 | 我要补张房子照片 | 现在拍照行不 | 怎么发照片给你 | 我拍了几张图 | 照片传哪里
location: 我发个定位 | 位置咋弄 | 把我的位置发给你 | 定位怎么开
help: 这个我不会用，你讲讲 | 你都能干啥 | 教教我咋操作 | 有没有使用说明 | 头一回用，咋弄啊 | 给我讲讲咋填 | 你会干什么 | 这东西咋使 | 不懂，教教我
noise: 呃 | 啊那个 | 嗯嗯哦 | 喂喂听得到吗 | 哎呀 | 呃，这个 | 能听见我说话吗 | 小孩乱按的
human: 给我转人工 | 我要找个真人说 | 叫你们领导来 | 不想跟机器讲，找个人来 | 有没有管事的
confirm: 这户弄完了，交吧 | 都对，提交 | 没错就这样 | 没问题，报上去吧 | 没啥错，报上去 | 核对过了，提交吧 | 都没问题，就这么交 | 行，就按这个报
nextHousehold: 下一户 | 换下一家 | 这家完了，走下一家 | 这户好了，走下一户 | 该下一家了 | 再来一户
unsure: 我说不清楚 | 这个我真不知道 | 得问俺儿 | 我哪清楚这个 | 回去问问我媳妇 | 说不准，我不当家 | 没算过
progress: 还剩几个题 | 弄到哪儿了 | 还有几道题没问 | 快完了吗
restart: 重头来一遍 | 全部不要了，重新来过
delete: 这户删了吧，建重了 | 这家登重了，删了
`;
const orders = said
  .split('\n')
  .filter((line) => line !== '')
  .flatMap((line) => {
    const [action = '', texts = ''] = line.split(': ');
    return texts.split(' | ').map((text) => ({ action, text }));
  });

describe('an order in free words', () => {
  test.each(orders)('$text is $action', ({ action, text }) => {
    expect(understandControl(text)?.action).toBe(action);
  });

  test.each([
    '没人交医保',
    '老头在家种地呢',
    '儿子在城里打工挣钱',
    '他家的水一直没修好',
    '照片上看得出墙裂了',
    '问过了，医保都交',
    '吃完饭再继续种地',
  ])('%s is none', (text) => {
    expect(understandControl(text)).toBeUndefined();
  });

  test('after the meal it goes on, or only then', () => {
    expect(understandControl('吃完饭了，继续')?.action).toBe('resume');
    expect(understandControl('等会接着弄')?.action).toBe('pause');
  });

  test.each([
    ['说错了，把上一句取消', 'undo'],
    ['上一个答错了，退回去', 'back'],
    ['第二题应该填有', 'edit'],
    ['收入那一项应该是三万', 'edit'],
  ])('%s: %s, not a new answer to the open question', (text, action) => {
    expect(understandControl(text)?.action).toBe(action);
  });
});
