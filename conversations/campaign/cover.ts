/** How a clause is looked into: by asking people at home, by computing from data, by a unit's own word, or from outside. */
type CoverKind = 'asked' | 'computed' | 'declared' | 'outside';
type CoverStrength = 'strong' | 'fair' | 'weak';

/** How strong the cover of a clause is, and why. */
export interface Cover {
  kind: CoverKind;
  strength: CoverStrength;
  why: string;
}

export const coverKindLabels: Readonly<Record<CoverKind, string>> = {
  asked: '问到户',
  computed: '数据算',
  declared: '单位自填',
  outside: '靠外部资料',
};

export const coverStrengthLabels: Readonly<Record<CoverStrength, string>> = {
  strong: '强',
  fair: '中',
  weak: '弱',
};
