/** A fault of one record that only its decoder can see; `columnNo` counts from 1, 0 is the whole record. */
export type CellFault = {
  rule: 'unbalanced_quote' | 'ragged_row' | 'formula_used' | 'formula_without_value' | 'error_cell';
  columnNo: number;
  params: Record<string, string | number>;
  raw: string;
};

/** A formula that carries its last result is used, with a warning; every other fault rejects the record. */
export function isRejecting(fault: CellFault): boolean {
  return fault.rule !== 'formula_used';
}
