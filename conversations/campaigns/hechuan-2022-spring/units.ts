import { unitList } from '../../campaign/county-units.ts';

/** A made-up county under a code no region has. */
export const units = unitList.parse({
  county: { code: '990022', name: '禾川县' },
  vintage: { townships: '2022-01-01' },
  townships: [
    {
      code: '990022101000',
      name: '南塘镇',
      villages: [
        { code: '990022101200', name: '柳桥村委会', short: '柳桥村' },
        { code: '990022101201', name: '石坝村委会', short: '石坝村' },
      ],
    },
    {
      code: '990022201000',
      name: '白鹭乡',
      villages: [
        { code: '990022201200', name: '上湾村委会', short: '上湾村' },
        { code: '990022201201', name: '下湾村委会', short: '下湾村' },
      ],
    },
  ],
});
