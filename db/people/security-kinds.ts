/** What the security log keeps: who became whom, who may what, and what the operator did. */
export type SecurityKind =
  | 'codeIssued'
  | 'codeAgreed'
  | 'codeRefused'
  | 'codeUsed'
  | 'codeFailed'
  | 'codesVoided'
  | 'rebound'
  | 'unbound'
  | 'removed'
  | 'roomBound'
  | 'settings'
  | 'webLogin'
  | 'sessionsEnded'
  | 'keyRotated'
  | 'imported'
  | 'importUndone'
  | 'exported';
