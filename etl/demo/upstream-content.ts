import { createHash } from 'node:crypto';
import { clamp } from './random.ts';
import { listedOn } from './deliveries/centre-steps.ts';
import { toScenario, type Scenario } from './deliveries/scenario.ts';
import { ownRows } from './deliveries/reading-content.ts';
import { milestoneRows } from './projects/milestone-rows.ts';
import { readOrganisation, type Organisation } from './units.ts';
import type { ReadingRow } from './readings/rows.ts';

export type Rows = readonly Record<string, string>[];
export type Content = { rows: Rows; etag: string };

/** How long a release stands before the next; there are so many, then nothing new comes. */
const RELEASE_MINUTES = 10;
const RELEASES = 3;

/**
 * What the demonstration's sources hold so many minutes after their start: reports that were late at the first load, later
 * corrected twice, and how far milestones have come by the day itself. None of it was loaded before.
 */
export class UpstreamContent {
  private readonly org: Organisation = readOrganisation();
  private readonly scenario: Scenario;
  private readonly known = new Map<string, Content>();

  constructor(startAt: string) {
    this.scenario = toScenario(startAt);
  }

  get(feedCode: string, minutes: number): Content | null {
    const release = clamp(Math.floor(minutes / RELEASE_MINUTES), 0, RELEASES - 1);
    const key = `${feedCode}/${release}`;
    const known = this.known.get(key);
    if (known) return known;
    const rows = this.rowsOf(feedCode, release);
    if (!rows) return null;
    const content = { rows, etag: `"${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 24)}"` };
    this.known.set(key, content);
    return content;
  }

  private rowsOf(feedCode: string, release: number): Rows | null {
    const { org, scenario } = this;
    switch (feedCode) {
      case 'reading-11009':
        return corrected(ownRows(org, scenario, org.unit('11009'), scenario.newest), release);
      case 'reading-08000':
        return org
          .reportersOf('08000')
          .flatMap((unit) => ownRows(org, scenario, unit, scenario.newest))
          .map((row) => (row.unit_code === '08012' ? corrected([row], release)[0]! : row));
      case 'milestone-PMOC':
        return org.reporters.flatMap((unit) => milestoneRows(unit, scenario.day, listedOn(scenario)));
      default:
        return null;
    }
  }
}

/** Each release counts a few cases more, never more than there are. */
function corrected(rows: readonly ReadingRow[], release: number): ReadingRow[] {
  return rows.map((row) => {
    if (release === 0 || row.numerator === '' || row.indicator_code !== 'C-SRV-04') return row;
    const numerator = Math.min(Number(row.denominator), Number(row.numerator) + release);
    return { ...row, numerator: String(numerator), note: `ปรับปรุงครั้งที่ ${release}` };
  });
}
