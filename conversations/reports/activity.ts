/** What is held to mobilise and train people: 动员会、培训、督导调度. */
export const activityKinds = ['meeting', 'training', 'inspection'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activityLabels: Readonly<Record<ActivityKind, string>> = {
  meeting: '动员会',
  training: '业务培训',
  inspection: '督导调度',
};

/** What was held, as it is said: 培训 2期 120人. Undefined when it names nothing that was held. */
export function readActivity(
  text: string,
): { kind: ActivityKind; times: number; people: number | null } | undefined {
  const said = text.normalize('NFKC');
  const kind = kinds.find(([words]) => words.test(said))?.[1];
  if (kind === undefined) return undefined;
  const times = Number(/(\d{1,3})\s*[次期场个批轮](?!月)/u.exec(said)?.[1] ?? 1);
  const people = /(\d{1,6})\s*(?:余|多)?(?:名|个)?人/u.exec(said)?.[1];
  return { kind, times: Math.max(1, times), people: people === undefined ? null : Number(people) };
}

const kinds: readonly (readonly [RegExp, ActivityKind])[] = [
  [/培训|轮训|学习/u, 'training'],
  [/督导|督查|调度|检查/u, 'inspection'],
  [/会|动员|部署/u, 'meeting'],
];
