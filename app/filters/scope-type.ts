/**
 * What a page is about, as the URL says it. `fy` is the fiscal year (พ.ศ.), `slice` is "kind:code" or absent for all,
 * `asOf` a publication id. Absent means the page's own default.
 */
export type Scope = {
  unit?: string;
  fy?: number;
  round?: 6 | 9 | 12;
  slice?: string;
  asOf?: number;
};
