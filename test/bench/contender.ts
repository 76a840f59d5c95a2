import postgres from 'postgres';

/** One way of answering messages. `answer` takes one message of a person and resolves when it is committed. */
export interface Contender {
  answer(person: number): Promise<void>;
  /** Called once between warming up and measuring. */
  settle?(): Promise<void>;
  close(): Promise<void>;
}

/** What a contender is given: one PostgreSQL for all. */
export interface Ground {
  /** Superuser's address of a database with the schema `bench` (ground.ts). */
  url: string;
  /** Folder of its socket: all of them go that way, as it is the fastest. */
  socket: string | null;
  /** The data folder of the embedded server, for the contender that opens it by itself. */
  dataDir: string;
  /** Conversations at most. */
  people: number;
}

export type Start = (ground: Ground) => Promise<Contender>;

/** A pool of connections to the ground, as one opens it by hand. */
export function pool({ url, socket }: Ground): postgres.Sql {
  return postgres(url, {
    max: connections,
    onnotice: () => undefined,
    // Others have their turn meanwhile, and the server has connections for one pool at a time.
    idle_timeout: 0.2,
    ...(socket === null ? {} : { host: socket }),
  });
}

/** Connections of a contender that brings none of its own rule: as many as the server likes on few cores. */
const connections = 32;

/** What a reply of the hand-written contenders holds; as long as one of ours. */
export const reply = {
  text: '记下：年收入5万元\n【张三·2组】钱主要从哪来？\n1.务工 2.外出务工 3.零工 4.帮扶车间 5.公益岗 6.种植 7.养殖 8.经商',
};

const keys = [
  'population',
  'annualIncome',
  'incomeSource',
  'incomeStable',
  'allInsured',
  'seriousIllness',
  'housingSafe',
  'waterProblem',
];

/** The state of a conversation after its n-th answer, about as large as one of ours. */
export function stateAfter(n: number): Record<string, unknown> {
  const answers = Object.fromEntries(
    keys.slice(0, 1 + (n % keys.length)).map((key) => [key, { is: 'known', v: n % 2 === 0 }]),
  );
  const asked = keys.map((key) => ({ visitId: '16cad5cf-8913-46f7-8a5b-68ae7a2a163e', head: '张三', key }));
  return { v: 1, phase: 'asking', open: { is: 'question', key: keys[n % keys.length] }, answers, asked };
}
