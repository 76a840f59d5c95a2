import { channelContract } from '../contract.ts';
import { wecomRig } from './rig.ts';

channelContract(
  'WeCom',
  { rooms: 'mentions', photos: true, pictures: true, redelivers: true, strangers: true },
  () => wecomRig(),
);
