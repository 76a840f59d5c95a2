import { pool, type Start, stateAfter } from '../contender.ts';

/** Begin, lock the state, append the answer, update the state, commit: what one writes without further thought. */
export const start: Start = async (ground) => {
  const sql = pool(ground);
  let n = 0;
  return {
    answer: async (person) => {
      n += 1;
      await sql.begin(async (tx) => {
        await tx`select state from bench.state where person = ${person} for update`;
        await tx`insert into bench.answer (person, question, value) values (${person}, 'q', ${tx.json({ is: 'known', v: n })})`;
        await tx`update bench.state set state = ${tx.json(stateAfter(n) as never)}, version = version + 1 where person = ${person}`;
      });
    },
    close: () => sql.end(),
  };
};
