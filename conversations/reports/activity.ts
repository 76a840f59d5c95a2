/** What is held to mobilise and train people: 动员会、培训、督导调度. */
export const activityKinds = ['meeting', 'training', 'inspection'] as const;
export type ActivityKind = (typeof activityKinds)[number];
