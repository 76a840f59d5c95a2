import type { ListKind } from '../../campaign/list-kind.ts';

/** Lists that come from elsewhere. */
export const hechuanLists: readonly ListKind[] = [
  {
    id: 'insurance',
    name: '医保局名单',
    words: ['医保', '医保局', '参保'],
    becomes: 'question',
    confirmed: 'problem',
    unit: '县医保局',
    source: 'list',
    category: 'medical',
    clause: '1.1',
    finding: 'allInsured',
    compares: '参保',
  },
];
