import { fileURLToPath } from 'node:url';
import type { Chart } from '../../conversations/charts/chart.ts';
import { chartSvg } from '../../conversations/charts/svg.ts';

/** 1080 pixels wide for 450: sharp on a phone, still light. */
const zoom = 2.4;
/** Platforms and village networks take this without trouble. */
export const maxPictureBytes = 300_000;

const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)),
);

/**
 * A chart as PNG with Chinese fonts of our own, so that it looks the same on every machine. Drawn off the main
 * thread; few colours and no dots between them, so it stays small. The libraries are loaded when the first picture is drawn.
 */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  const [{ renderAsync }, { default: sharp }] = await Promise.all([
    import('@resvg/resvg-js'),
    import('sharp'),
  ]);
  const drawn = await renderAsync(chartSvg(chart), {
    fitTo: { mode: 'zoom', value: zoom },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'Noto Sans SC' },
  });
  const { width, height } = drawn;
  const raw = sharp(drawn.pixels, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
  for (const colours of [64, 32, 16]) {
    const png = await raw
      .clone()
      .png({ palette: true, colours, dither: 0, effort: 1, compressionLevel: 9 })
      .toBuffer();
    if (png.length <= maxPictureBytes || colours === 16) return png;
  }
  throw new Error('unreachable');
}
