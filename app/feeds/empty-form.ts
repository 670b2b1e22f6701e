type Reading = { dataset: string; mapping: string };

/** Whether files have the contract's own columns; each dataset has one such mapping. */
export const isOwnForm = ({ dataset, mapping }: Reading): boolean => mapping === `contract-${dataset}`;

/** Where the empty workbook of a feed is fetched; null where its files have headings of the sender's own. */
export function formHrefOf(reading: Reading): string | null {
  return isOwnForm(reading) ? `/templates/${reading.dataset}.xlsx` : null;
}
