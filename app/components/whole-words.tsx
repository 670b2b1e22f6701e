import { splitAtTerms } from '#domain/text/protected-terms.ts';

/** The browser breaks Thai by its dictionary, which does not know every word; those stay on one line. */
export function WholeWords({ text }: { text: string }) {
  return splitAtTerms(text).map(({ part, isTerm }, index) =>
    isTerm ? (
      <span key={index} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
