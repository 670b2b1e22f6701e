const DIRECTOR = /^(รอง)?ผู้อำนวยการ/;
/** The office that answers for most projects, as its papers shorten it. */
const ICT_CENTRE = 'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร';

/**
 * A position's title for a line of a list: ผู้อำนวยการกองคลัง → ผอ.กองคลัง, and the one office too long for two lines of a
 * column by its usual ฯ. Titles without a common abbreviation stay whole.
 */
export function toShortTitle(title: string): string {
  return title
    .replace(DIRECTOR, (_, deputy?: string) => (deputy ? `${deputy} ผอ.` : 'ผอ.'))
    .replace(ICT_CENTRE, 'ศูนย์เทคโนโลยีสารสนเทศฯ');
}
