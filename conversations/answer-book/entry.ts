import { z } from 'zod';

const words = z.array(z.string().trim().min(1).max(20)).max(40);

/** One answer of the book. Where `answer` is empty the county has yet to fill it in: then it is said whom to ask. */
export const bookEntry = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** What it is about, as a heading. */
  title: z.string().trim().min(1).max(30),
  /** Words of the matter, one of which must be said: 医保, 新农合. */
  about: words.min(1),
  /** Words that tell this question from others on the matter: 多少钱, 交多少. Empty: any question about it. */
  asks: words,
  /** Two or three sentences. */
  answer: z.string().trim().max(300),
  /** The public document it stands in. */
  source: z.string().trim().max(80),
  /** When that was published: 2021-06 or 2021. */
  date: z
    .string()
    .regex(/^(?:\d{4}(?:-\d{2}){0,2})?$/)
    .default(''),
  /** A public page on which it was read; absent: it stands by the document's number alone. */
  page: z.url().max(300).optional(),
  /** Whom to ask for more, or for what isn't filled in. */
  whom: z.string().trim().min(1).max(40),
});
export type BookEntry = z.infer<typeof bookEntry>;
