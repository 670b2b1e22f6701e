import { toNearest } from '#domain/text/nearest.ts';
import type { Contract } from '../datasets/contract.ts';
import { columnLetter, type HeaderRow } from '../decode/record.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import type { PlannedColumn } from './column-plan.ts';
import { headingsOf, tellHeadings, toIndex } from './headings.ts';
import { isOwnForm } from './identity.ts';
import type { Mapping } from './mapping.ts';

/** A column with a heading that nothing is read from. */
type UnreadHeading = {
  /** From 0. */
  index: number;
  heading: string;
  /** The column that the file lacks and that the heading is likely meant for. */
  meant: string | null;
};

/** What a file's headings hold beside what is read, each with the missing column that it resembles. */
export function findUnread(
  contract: Contract,
  mapping: Mapping,
  header: HeaderRow,
  plans: readonly (PlannedColumn | null)[],
): UnreadHeading[] {
  const indexOf = toIndex(header);
  const several = Object.values(mapping.columns).flatMap(({ firstOf = [], join }) => [
    ...firstOf,
    ...(join?.from ?? []),
  ]);
  const read = new Set([...plans.map((plan) => plan?.index), ...several.map(indexOf)]);
  const meantBy = toNearest(
    contract.columns.flatMap(({ name, alsoCalled = [] }, i) => {
      const source = plans[i] ? undefined : mapping.columns[name];
      return source ? [{ code: name, names: [...headingsOf(source), ...alsoCalled] }] : [];
    }),
  );
  return header.names.flatMap((heading, index) =>
    read.has(index) || heading.trim() === '' ? [] : [{ index, heading, meant: meantBy(heading, 1)[0]?.code ?? null }],
  );
}

/**
 * Why a file that lacks columns is refused, naming all of its columns that were not read, so that it is mended in one go: those
 * that may be the missing ones, those likely meant for another column of the form, and the others.
 */
export function toWrongHeader(
  contract: Contract,
  mapping: Mapping,
  header: HeaderRow,
  plans: readonly (PlannedColumn | null)[],
  missing: readonly string[],
): SourceProblem {
  const headings = (name: string): string => tellHeadings(mapping.columns[name]!) || name;
  const expected = missing.map(headings).join(', ');
  const unread = findUnread(contract, mapping, header, plans);
  const tellNear = (isTold: (meant: string) => boolean): string[] =>
    unread.flatMap((one) =>
      one.meant !== null && isTold(one.meant) ? [`${tellColumn(one)} → ${headings(one.meant)}`] : [],
    );
  const told = tellNear((meant) => missing.includes(meant));
  // A sender's own format has columns that nobody reads as a matter of course. So has the answer of a machine, of which any may
  // be a missing one where none resembles it.
  if (isOwnForm(mapping)) {
    told.push(...tellNear((meant) => !missing.includes(meant)));
    const isAnswered = missing.every((name) => unread.some(({ meant }) => meant === name));
    if (header.row > 0 || !isAnswered) told.push(...unread.filter(({ meant }) => meant === null).map(tellColumn));
  }
  return told.length > 0
    ? new SourceProblem('wrong_header_near', { expected, unread: tellColumns(told), row: header.row })
    : new SourceProblem('wrong_header', {
        expected,
        found: header.names.join(', ').slice(0, 300),
        row: header.row,
      });
}

/** A column as a spreadsheet program shows it, by heading and letter. */
export function tellColumn({ heading, index }: { heading: string; index: number }): string {
  const line = heading.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}” (${columnLetter(index + 1)})`;
}

/** At most so many columns are told one by one. */
const TOLD = 12;

export function tellColumns(columns: readonly string[]): string {
  const told = columns.slice(0, TOLD).join(', ');
  return columns.length > TOLD ? `${told} … (+${columns.length - TOLD})` : told;
}
