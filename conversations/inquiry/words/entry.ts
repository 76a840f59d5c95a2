import type { InquiryMark } from '../mark.ts';

/** One meaning and all the forms it is said in, parted by spaces. */
export type Entry = readonly [mark: InquiryMark, forms: string];
