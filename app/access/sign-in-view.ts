import type { PanelData } from '#app/components/panel-data.ts';
import type { AideRefusal } from '#db/writes/aides.ts';

export type SignInView = {
  title: string;
  returnTo: string;
  isDemonstration: boolean;
  /** Nobody can sign in yet: the installation waits for its first administrator. */
  isNew: boolean;
};

/** Why a sign-in did not succeed; nothing tells a wrong password from an unknown login. */
export type SignInFault = { code: 'wrong' } | { code: 'noPosition' } | { code: 'wait'; seconds: number };

/** One office that the person may use. */
export type PositionChoice = {
  value: string;
  position: string;
  unit: string;
  acting: 'for_absent' | 'in_vacancy' | null;
  isAide: boolean;
  isCurrent: boolean;
};

export type Aide = { id: number; name: string; fromOn: string; toOn: string };

export type PositionView = {
  title: string;
  choices: PositionChoice[];
  returnTo: string;
  /** Aides of the office in use; null where it appoints none. */
  aides: PanelData<Aide[]> | null;
  /** As an example of how a day is written. */
  today: string;
};

/** An appointment that was refused, with what was typed. */
export type RefusedAide = { refusal: AideRefusal; login: string; from: string; to: string };
