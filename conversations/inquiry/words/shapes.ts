/**
 * All forms of a shape: places parted by spaces, at each one of the words parted by `|`, none at a place that ends in
 * `?`. `还? 没|未 查` is 没查, 未查, 还没查, 还未查.
 */
export function shaped(shape: string): string[] {
  let forms = [''];
  for (const place of shape.trim().split(/\s+/u)) {
    const optional = place.endsWith('?');
    const words = (optional ? place.slice(0, -1) : place).split('|');
    const choices = optional ? ['', ...words] : words;
    forms = forms.flatMap((form) => choices.map((word) => `${form}${word}`));
  }
  return forms;
}
