import { pictureData } from '../../conversations/charts/picture.ts';
import { progressChart } from '../../conversations/charts/progress-chart.ts';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import type { Content } from '../channels/channel.ts';
import { chartPng } from './chart-picture.ts';

/** The picture that a push or reply carries as data. Throws where the data is none of ours. */
export async function progressPicture(
  request: DocumentRequest,
): Promise<Extract<Content, { type: 'image' }>> {
  const data = pictureData.parse(JSON.parse(request.args.data ?? '{}'));
  return {
    type: 'image',
    data: await chartPng(progressChart(data)),
    mime: 'image/png',
    name: request.fileName,
  };
}
