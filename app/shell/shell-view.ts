import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';

/** What the frame around every page needs. Null for someone who is not signed in: the page stands alone then. */
export type ShellView = {
  viewer: ShellViewer;
  /** The unit that the page is about; its name is the label of the unit picker. */
  unit: { code: string; name: string };
  fiscalYear: number;
  /** Null on a page of what is happening now, which has a year and no round. */
  round: 6 | 9 | 12 | null;
  /** Where the viewer lands, where that is none of the three boards: it stands before them. */
  landing: Landing | null;
  /** Years and their rounds, newest first. Only while `?sheet=rounds`. */
  years: PanelData<YearOption[]> | null;
  places: Place[];
  csrfToken: string;
  isDemonstration: boolean;
  /** Newest publication that this viewer's page was read at; the event stream compares against it. */
  publicationId: number;
  /** Only while the picker is open (`?sheet=units`). */
  units: PanelData<UnitOption[]> | null;
  /** Only while the search is open (`?sheet=find`). */
  found: PanelData<{ query: string; results: Found[] }> | null;
};

/** Certainty is null where a round has no score. */
export type YearOption = { fiscalYear: number; rounds: { round: 6 | 9 | 12; certainty: Certainty | null }[] };

export type ShellViewer = {
  name: string;
  position: string;
  shortPosition?: string;
  isActing?: boolean;
  /** Position of the principal that an aide acts for. */
  principal?: string;
  /** Holds more than one office today. Only while `?sheet=me`. */
  mayChangePosition: PanelData<boolean> | null;
  /** A principal, who appoints aides. */
  mayAppointAides?: boolean;
};

export const LANDINGS = ['projects', 'feeds', 'people'] as const;
export type Landing = (typeof LANDINGS)[number];
export type Place = 'projects' | 'agreements' | 'feeds' | 'people' | 'audit';

/** `keys` are the search keys of the unit's names, abbreviations and code (see toSearchKeys). */
export type UnitOption = { code: string; name: string; abbreviation?: string; group: string; keys: string[] };

export type Found = {
  kind: 'units' | 'indicators' | 'projects' | 'agreements';
  label: string;
  detail?: string;
  href: string;
};
