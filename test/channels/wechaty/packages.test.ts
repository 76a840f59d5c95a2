import { expect, it } from 'vitest';
import { howToInstall, missingPackages } from '../../../src/channels/wechaty/packages.ts';

it('finds nothing missing where the channel and its puppet are installed', () => {
  expect(missingPackages({ puppet: 'wechaty-puppet-service' })).toEqual([]);
});

it('names the one command that brings the channel in, and another one for a puppet of somebody else', () => {
  expect(howToInstall(['wechaty', 'file-box'])).toBe(
    '微信通道的程序包还没装：wechaty、file-box。请先运行 npm run wechaty',
  );
  expect(missingPackages({ puppet: 'wechaty-puppet-nobody' })).toEqual(['wechaty-puppet-nobody']);
  expect(howToInstall(['wechaty', 'wechaty-puppet-nobody'])).toContain(
    'npm run wechaty，再运行 npm install --no-save wechaty-puppet-nobody',
  );
});
