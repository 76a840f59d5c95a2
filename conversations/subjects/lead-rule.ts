import type { MonitoringFlag } from '../contract/finding.ts';
import type { Facts } from './problem-rule.ts';

/** One reason why a household may fit the monitoring scope. A flag only: people review, publish and decide. */
export interface LeadRule {
  key: string;
  /** The clause it rests on; 6.10 asks for households that ought to be monitored and are not. */
  clause: MonitoringFlag['clause'];
  reason: (facts: Facts) => string | undefined;
}

/** A reason that is always told in the same words. */
export function reasonIf(condition: (facts: Facts) => boolean, reason: string): LeadRule['reason'] {
  return (facts) => (condition(facts) ? reason : undefined);
}
