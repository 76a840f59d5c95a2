import { join } from 'node:path';
import { channelContract } from '../contract.ts';
import { MadeUpWechat, platformOf, scratch } from './mock.ts';

channelContract(
  'wechaty with a puppet in the same process',
  { rooms: 'all', photos: true, pictures: true, redelivers: true, strangers: true },
  async () => {
    const wechat = new MadeUpWechat();
    const { folder, remove } = await scratch();
    return platformOf(
      wechat,
      { puppet: wechat.puppet, options: {}, memory: join(folder, 'wechaty') },
      remove,
    );
  },
);
