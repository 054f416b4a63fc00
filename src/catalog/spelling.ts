/** How many letters may be wrong in a word of that many: none in two, one in five, two in more. */
export const forgiven = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

/** The word with two neighbours exchanged, in every way: what fingers do most. */
export function exchanged(word: string): string[] {
  const letters = [...word];
  const variants = letters.slice(1).map((letter, at) => {
    const variant = [...letters];
    variant[at + 1] = letters[at]!;
    variant[at] = letter;
    return variant.join('');
  });
  return [...new Set(variants)].filter((variant) => variant !== word);
}

/**
 * How many letters must be added, left out, replaced or exchanged with their neighbour to make one word of the other.
 * Optimal string alignment, after Damerau (1964).
 */
export function distance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let before: number[] = [];
  let above = b.map((_, at) => at).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const areExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (areExchanged) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
