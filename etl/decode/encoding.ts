import { SourceProblem } from './source-problem.ts';

export const ENCODINGS = ['utf-8', 'windows-874', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the whole file's bytes say; gathered while it is hashed. */
export type ByteStatistics = {
  isUtf8: boolean;
  hasUtf8Mark: boolean;
  hasUtf16Mark: boolean;
  highBytes: number;
  /** Runs of neighbouring bytes above 127: Thai words are long runs, accents stand alone. */
  highRuns: number;
  /** Bytes of Thai letters in UTF-8; in a file that is not UTF-8 throughout they tell of a mixture. */
  utf8Bytes: number;
  undefinedIn874: number;
  undefinedIn1252: number;
  /** Where the first byte stands that UTF-8 cannot hold. */
  firstBadOffset: number;
};

/**
 * The encoding that the file is read in. A declared one wins, but is checked against the bytes.
 * Throws `wrong_encoding` when they contradict it, `ambiguous_encoding` when the file reads as two.
 */
export function chooseEncoding(bytes: ByteStatistics, declared?: Encoding): Encoding {
  if (bytes.hasUtf16Mark) throw new SourceProblem('wrong_encoding', { found: 'UTF-16', wanted: declared ?? 'UTF-8' });
  if (declared) return checkDeclared(bytes, declared);
  if (bytes.isUtf8) return 'utf-8';
  if (bytes.utf8Bytes > bytes.highBytes * MIXED_SHARE) {
    throw new SourceProblem('ambiguous_encoding', {
      first: 'UTF-8',
      second: 'Windows-874',
      offset: bytes.firstBadOffset,
    });
  }
  const meanRun = bytes.highBytes / bytes.highRuns;
  const mayBeThai = bytes.undefinedIn874 === 0 && meanRun >= MIN_THAI_RUN;
  const mayBeLatin = bytes.undefinedIn1252 === 0 && meanRun <= MAX_LATIN_RUN;
  if (mayBeThai && !mayBeLatin) return 'windows-874';
  if (mayBeLatin && !mayBeThai) return 'windows-1252';
  throw new SourceProblem('ambiguous_encoding', {
    first: 'Windows-874',
    second: 'Windows-1252',
    offset: bytes.firstBadOffset,
  });
}

const MIXED_SHARE = 0.2;
const MIN_THAI_RUN = 2.2;
const MAX_LATIN_RUN = 1.6;

function checkDeclared(bytes: ByteStatistics, declared: Encoding): Encoding {
  const contradicts = {
    'utf-8': !bytes.isUtf8,
    'windows-874': bytes.undefinedIn874 > 0 || (bytes.isUtf8 && bytes.highBytes > 0),
    'windows-1252': bytes.undefinedIn1252 > 0 || (bytes.isUtf8 && bytes.highBytes > 0),
  }[declared];
  if (!contradicts) return declared;
  const found = bytes.isUtf8 ? 'UTF-8' : declared === 'utf-8' ? 'Windows-874' : '?';
  throw new SourceProblem('wrong_encoding', { found, wanted: declared, offset: bytes.firstBadOffset });
}
