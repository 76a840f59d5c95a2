import type { Command, FlowHandler } from '../contract/command.ts';
import { assignmentCommands, assignmentFlow } from './assignment/assignment-commands.ts';
import { bindingCommands } from './binding/binding-commands.ts';
import { comparisonCommands, comparisonFlow } from './comparison/comparison-commands.ts';
import { helpCommand, humanCommand } from './help.ts';
import { inquiryFlow } from './inquiry/orders.ts';
import { leadCommands } from './lead/lead-commands.ts';
import { leadFlow } from './lead/lead-flow.ts';
import { listCommands } from './lists/list-commands.ts';
import { listFlow } from './lists/list-flow.ts';
import { taskCommands } from './oversight/tasks.ts';
import { trainingCommands, trainingFlow } from './oversight/training.ts';
import { urgingCommands, urgingFlow } from './oversight/urging.ts';
import { problemCommands } from './problem/problem-commands.ts';
import { problemFlow } from './problem/problem-flow.ts';
import { progressCommands } from './progress/progress-commands.ts';
import { progressFlow } from './progress/show-breakdown.ts';
import { queryCommands, queryFlow } from './query/query-commands.ts';
import { receiptCommands } from './receipt/receipt-commands.ts';
import { settingsCommands, settingsFlow } from './receipt/settings-commands.ts';
import { reportCommands, reportFlow } from './report/report-commands.ts';
import { reportNoteCommands } from './report/report-notes.ts';
import { selfCheckCommands } from './self-check/self-check-commands.ts';
import { selfCheckFlow } from './self-check/self-check-flow.ts';
import { satisfactionCommands } from './supervision/satisfaction.ts';
import { supervisionCommands, supervisionFlow } from './supervision/supervision-commands.ts';
import { visitCommands } from './visit/visit-commands.ts';
import { webPageCommand } from './web-page.ts';

/** All that can be asked for in chat, in the order it is tried. */
export const dialogueCommands: readonly Command[] = [
  ...visitCommands,
  ...bindingCommands,
  ...problemCommands,
  ...leadCommands,
  ...listCommands,
  ...reportNoteCommands,
  ...reportCommands,
  ...comparisonCommands,
  ...supervisionCommands,
  ...satisfactionCommands,
  ...selfCheckCommands,
  ...taskCommands,
  ...urgingCommands,
  ...trainingCommands,
  webPageCommand,
  ...assignmentCommands,
  ...progressCommands,
  ...receiptCommands,
  ...settingsCommands,
  ...queryCommands,
  helpCommand,
  humanCommand,
];

/** Dialogues with steps of their own; a prompt `flow`, `pick` or `confirm` names the one that reads the reply. */
export const flows: readonly FlowHandler[] = [
  problemFlow,
  leadFlow,
  listFlow,
  selfCheckFlow,
  reportFlow,
  comparisonFlow,
  supervisionFlow,
  urgingFlow,
  trainingFlow,
  assignmentFlow,
  queryFlow,
  inquiryFlow,
  progressFlow,
  settingsFlow,
];
