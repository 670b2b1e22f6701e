import type { PanelData } from '#app/components/panel-data.ts';

export type PersonRow = {
  key: string;
  positionCode: string;
  position: string;
  unitName: string;
  name: string;
  login: string;
  capacity: 'holder' | 'for_absent' | 'in_vacancy' | 'aide';
  fromOn: string;
  toOn: string | null;
  lastSignIn: string | null;
  isDisabled: boolean;
};

export type PeopleView = {
  title: string;
  search: string;
  page: number;
  found: PanelData<{ rows: PersonRow[]; count: number; pages: number }>;
};
