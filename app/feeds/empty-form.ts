/** Feeds whose files have the contract's own columns; each dataset has one such mapping. */
const OWN_COLUMNS = 'contract-';

/** Where the empty workbook of a feed is fetched; null where its files have headings of the sender's own. */
export function formHrefOf({ dataset, mapping }: { dataset: string; mapping: string }): string | null {
  return mapping === `${OWN_COLUMNS}${dataset}` ? `/templates/${dataset}.xlsx` : null;
}
