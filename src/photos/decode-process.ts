import { setPriority } from 'node:os';
import sharp from 'sharp';
import workerpool from 'workerpool';
import { decodePhoto } from './decode.ts';

// A process for strangers' pictures: without the bot's secrets in its environment, behind the bot in the processor's
// queue, and one that may be ended at any moment.
sharp.concurrency(1);
sharp.cache(false);
setPriority(10);
workerpool.worker({ decodePhoto });
