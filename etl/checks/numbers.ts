/** Equal within a tolerance that covers rounding in print, not more; for warnings, never for figures that are stored. */
export function sameNumber(left: number, right: number, tolerance: number): boolean {
  return Math.abs(left - right) <= tolerance + 1e-9;
}
