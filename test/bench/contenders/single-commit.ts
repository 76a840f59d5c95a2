import { pool, type Start } from '../contender.ts';

/** One row, one commit: what the server and its disk can do at best, without any group commit of the program. */
export const start: Start = async (ground) => {
  const sql = pool(ground);
  return {
    answer: async () => {
      await sql`insert into bench.single (value) values (${sql.json({ is: 'known', v: 4 })})`;
    },
    close: () => sql.end(),
  };
};
