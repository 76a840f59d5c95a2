import { userInfo } from 'node:os';

/** Who works at the machine itself: the name he is logged in by there. What he looks at and does is noted under it. */
export function operatorName(): string {
  try {
    return userInfo().username.slice(0, 60);
  } catch {
    // A container may have no name for the number it runs under.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
