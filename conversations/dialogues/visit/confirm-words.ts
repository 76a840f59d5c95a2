import type { Proposal } from '../../language/agreement.ts';

/** Words of what was proposed, by what is to be confirmed: said along with a yes or alone, they agree to it. */
export const confirmWords: Readonly<Record<string, Proposal>> = {
  moved: {
    yes: ['搬走了', '搬走', '搬了', '搬', '搬家了', '搬家', '迁走了', '迁走', '走了', '都走了'],
    no: ['没搬走', '还在', '还在家', '在家'],
  },
  merged: { yes: ['并户', '并户了', '并了', '并', '合户', '合户了', '合并了', '一起排查'] },
  refused: { yes: ['拒访', '拒绝', '拒绝了', '不让进'] },
  deceased: { yes: ['没人', '没人了', '家里没人'], no: ['有人', '还有人', '有'] },
  registered: {
    yes: ['都对', '都对的', '没变', '没变化', '都没变', '提交', '交'],
    no: ['有不对的', '有变化', '变了', '有错'],
  },
  noPhoto: {
    yes: ['拍了再交', '拍', '这就拍', '去拍', '拍照', '发照片'],
    no: [
      '拍不了，先交',
      '拍不了',
      '没法拍',
      '不让拍',
      '房主不让拍',
      '户主不让拍',
      '人家不让拍',
      '不方便拍',
      '先交',
    ],
  },
  restart: { yes: ['清空', '重来', '从头来', '清空重来'], no: ['不清空', '留着'] },
  takeOver: { yes: ['接', '接过来', '接手', '接着', '继续'], no: ['不接', '不接了'] },
  reopen: { yes: ['重新排查', '排查', '重查', '重新查'], no: ['不动'] },
  submitFirst: { yes: ['提交', '交', '先提交'], no: ['先放着', '不交', '下一户'] },
  correctLast: { yes: ['改这户', '改', '改它', '就这户', '这户的'], no: ['不改', '下一户的', '说的下一户'] },
  addAnyway: { yes: ['另补', '另补一户', '补', '再补一户'], no: ['不补', '就是这户', '是这户'] },
  headDied: { yes: ['户主', '是户主', '户主走了'], no: ['别的人', '家里别的人', '不是户主', '别人'] },
};
