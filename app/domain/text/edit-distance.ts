/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one text of the other;
 * more than `most` is not counted out, and answered as Infinity.
 */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const isSame = left[i - 1] === right[j - 1];
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const changed = above[j - 1]! + (isSame ? 0 : 1);
      row[j] = Math.min(changed, above[j]! + 1, row[j - 1]! + 1, isSwapped ? before[j - 2]! + 1 : Infinity);
    }
    if (Math.min(...row) > most) return Infinity;
    [before, above] = [above, row];
  }
  const distance = above[right.length]!;
  return distance > most ? Infinity : distance;
}
