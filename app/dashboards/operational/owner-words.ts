import { fitsGraphemes } from '#domain/text/graphemes.ts';
import { toShortTitle } from '#domain/text/short-title.ts';
import type { QueueRow } from './operational-view.ts';

type Owned = Pick<QueueRow, 'unitName' | 'unitShortName' | 'ownerTitle' | 'ownerName'>;

/**
 * Whose a matter is, in one line that need not be cut: unit and office, the office by its usual abbreviation (ผอ.). The person
 * gives way first, then the unit's name to its abbreviation; the office stays whole.
 */
export function toOwnerWords(row: Owned, unknown: string, longest: number): string {
  const { unitName, unitShortName, ownerTitle, ownerName } = row;
  const office = ownerTitle ? toShortTitle(ownerTitle) : unknown;
  const person = ownerTitle && ownerName ? ` ${ownerName}` : '';
  // The title of an office mostly names its unit already.
  const choices = ownerTitle?.includes(unitName)
    ? [`${office}${person}`, office]
    : [`${unitName} · ${office}${person}`, `${unitName} · ${office}`, `${unitShortName} · ${office}`];
  return choices.find((words) => fitsGraphemes(words, longest)) ?? choices.at(-1)!;
}
