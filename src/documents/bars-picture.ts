import { barsChart, barsData } from '../../conversations/charts/bars-chart.ts';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import type { Content } from '../channels/channel.ts';
import { chartPng } from './chart-picture.ts';

/** The bars that a reply carries as data, as a PNG. Throws where the data is none of ours. */
export async function barsPictureMade(
  request: DocumentRequest,
): Promise<Extract<Content, { type: 'image' }>> {
  const data = barsData.parse(JSON.parse(request.args.data ?? '{}'));
  return {
    type: 'image',
    data: await chartPng(barsChart(data)),
    mime: 'image/png',
    name: request.fileName,
  };
}
