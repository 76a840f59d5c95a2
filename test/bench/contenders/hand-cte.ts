import { randomUUID } from 'node:crypto';
import { pool, reply, type Start, stateAfter } from '../contender.ts';

/** One read, then one statement that claims the message, appends the answer and updates the state under its version. */
export const start: Start = async (ground) => {
  const sql = pool(ground);
  let n = 0;
  return {
    answer: async (person) => {
      n += 1;
      const [row] = await sql<
        { version: number }[]
      >`select state, version from bench.state where person = ${person}`;
      const written = await sql`
        with claimed as (
          insert into bench.message (id, person, reply) values (${randomUUID()}, ${person}, ${sql.json(reply)}) on conflict do nothing returning person
        ), logged as (
          insert into bench.answer (person, question, value) select person, 'q', ${sql.json({ is: 'known', v: n })} from claimed
        )
        update bench.state set state = ${sql.json(stateAfter(n) as never)}, version = version + 1
        where person in (select person from claimed) and version = ${row?.version ?? 0}`;
      if (written.count !== 1) throw new Error('overtaken');
    },
    close: () => sql.end(),
  };
};
