import type { Mapping } from './mapping.ts';
import { titlesOf } from './titles.ts';

/** E-Government Development Index of the United Nations, one file per survey; the year stands in the file's name. */
export const unEgdi: Mapping = {
  name: 'un-egdi',
  dataset: 'index',
  version: '1',
  ...titlesOf('un-egdi'),
  filePattern: '(?<year>(?:19|20)\\d{2})(?!\\d)',
  columns: {
    index_code: { constant: 'EGDI' },
    unit_code: { from: 'country-code', prefix: 'X-UN-' },
    year: { fileName: 'year' },
    rank: { from: 'e-gov-rank' },
    value: { from: 'e-gov-index' },
    online_service: { from: 'osi' },
    human_capital: { from: 'hci' },
    telecom_infrastructure: { from: 'tii' },
    participation: { from: 'e-pat-index' },
  },
  totalsBy: ['year'],
  root: {
    code: 'X-UN',
    nameTh: 'ประเทศสมาชิกสหประชาชาติ (ข้อมูลสาธารณะ)',
    nameEn: 'United Nations member states (public data)',
  },
  unitsFrom: { code: 'country-code', name: 'country-name', prefix: 'X-UN-' },
  settings: { weights: { 2010: { online_service: '0.34', human_capital: '0.33', telecom_infrastructure: '0.33' } } },
};
