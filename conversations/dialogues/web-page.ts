import { type Command, command, phrased } from '../contract/command.ts';

/** 网页: a link that lets in once; the shell makes it, because it has the key and the clock. */
export const webPageCommand: Command = command<true>({
  name: 'webPage',
  inRoom: 'open',
  match: phrased(['打开? 网页 版|链接?']),
  *run(c) {
    if (c.inRoom) return c.say('链接只给本人，请私聊我发“网页”。');
    c.say('点下面的链接进网页版，10分钟内有效，只能用一次，别转给别人。', {
      document: { kind: 'entryLink', args: {}, fileName: '网页' },
    });
  },
});
