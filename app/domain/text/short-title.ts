const DIRECTOR = /^(รอง)?ผู้อำนวยการ/;

/** A position's title for a line of a list: ผู้อำนวยการกองคลัง → ผอ.กองคลัง. Titles without a common abbreviation stay whole. */
export function toShortTitle(title: string): string {
  return title.replace(DIRECTOR, (_, deputy?: string) => (deputy ? `${deputy} ผอ.` : 'ผอ.'));
}
