const numbered = /(?:^|[\s：:回？?。])(\d{1,2})(?:[）)]|\.(?!\d))\s?/gu;
const firstLabel = /1[.）)]/u;
/** What may stand behind the last label and belongs to none. */
const tail =
  /(?:，都不是就直接说|，可以带上说明|（(?:可多选|别的直接说|回号数|可多选，别的直接说)[^）]*）).*$/u;

/** A longer thing is no label that anybody would type. */
const longestLabel = 40;
const mostLabels = 24;

/**
 * The numbered answers a message of the bot offers, in order: `1.接过来 2.不用` → 接过来, 不用. Only the last list
 * that counts from one; none where a label is too long to be typed.
 */
export function labelsOffered(text: string): string[] {
  // Most messages offer nothing, and are told by one look.
  if (!firstLabel.test(text)) return [];
  const marks = [...text.matchAll(numbered)].map((m) => ({
    no: Number(m[1]),
    from: m.index,
    to: m.index + m[0].length,
  }));
  const first = marks.findLastIndex((mark) => mark.no === 1);
  if (first < 0) return [];
  const run = marks.slice(first).filter((mark, i) => mark.no === i + 1);
  const labels = run.map((mark, i) => {
    const line = text.slice(mark.to, run[i + 1]?.from ?? text.length).split('\n')[0] ?? '';
    return line.replace(tail, '').trim();
  });
  const typed = labels.every((label) => label !== '' && [...label].length <= longestLabel);
  return labels.length > 1 && labels.length <= mostLabels && typed ? labels : [];
}

/** The number of the offered label that was typed in full, undefined where it is none of them. */
export function numberOffered(text: string, labels: readonly string[]): number | undefined {
  const said = bare(text);
  const found = labels.flatMap((label, i) => (bare(label) === said ? [i + 1] : []));
  return said !== '' && found.length === 1 ? found[0] : undefined;
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,，.。!！;；“”]/gu, '')
    .toLowerCase();
}
