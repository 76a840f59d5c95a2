/**
 * Statement → the columns it gave, for as long as the process tests: files of one process share their modules, so
 * the driver is watched once and by the first of them.
 */
export const seen = new Map<string, string>();
