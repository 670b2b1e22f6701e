/** Why files were not taken; the sentence stands under `uploadRefusal`. */
export type UploadRefusal = 'no_file' | 'too_large' | 'not_officer' | 'unknown_feed' | 'incomplete';
export const UPLOAD_REFUSALS: readonly UploadRefusal[] = [
  'no_file',
  'too_large',
  'not_officer',
  'unknown_feed',
  'incomplete',
];

/** What came of files that a person sent: taken ones wait to be loaded, and nothing is loaded yet. */
export type UploadAnswer = {
  feed: string | null;
  uploads: { id: string; name: string }[];
  refusal: UploadRefusal | null;
};
