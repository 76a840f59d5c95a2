import { wholeCounty } from '../../conversations/access/scope.ts';
import { campaigns } from '../../conversations/campaigns/all.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { beginCampaign } from '../county/begin-campaign.ts';
import { campaignFor } from './campaign.ts';
import type { Streams } from './streams.ts';
import { withApp } from './with-app.ts';

/** `ruhu campaign`: the campaigns there are and the one the county is in; with an id, the county goes on to that one. */
export function runCampaign(id: string | undefined, streams: Streams): Promise<number> {
  return withApp(streams, async ({ database, county }) => {
    if (id !== undefined) {
      const campaign = campaignFor(id);
      const { carried } = await beginCampaign(database, county, campaign);
      streams.output.write(
        `已转入“${campaign.texts.short}”（${campaign.id}），${carried}户带上了以前的答案；原来的入户、问题和报告都留着，排查员要重新分户。\n`,
      );
      return 0;
    }
    const now = await read(database, wholeCounty(county), readCampaign);
    for (const { id: own, texts } of campaigns)
      streams.output.write(`${own === now?.id ? '*' : ' '} ${own}\t${texts.full}\n`);
    return 0;
  });
}
