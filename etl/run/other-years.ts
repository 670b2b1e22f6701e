import { warn, type Finding } from '../checks/finding.ts';

/** A year that so few records of a file are of, beside one that holds nearly all, is likely a slip. */
const FEW = 0.02;
const NEARLY_ALL = 0.9;
const KEPT = 200;

type Place = Omit<Finding, 'rule' | 'severity' | 'params'>;

/** Counts records per year while a file is read, with the places of the first of each. */
export class OtherYears {
  private readonly years = new Map<number, { records: number; places: Place[] }>();
  private total = 0;

  add(year: number, place: () => Place): void {
    let known = this.years.get(year);
    if (!known) this.years.set(year, (known = { records: 0, places: [] }));
    known.records++;
    this.total++;
    if (known.places.length < KEPT) known.places.push(place());
  }

  findings(): Finding[] {
    const main = [...this.years].find(([, { records }]) => records >= this.total * NEARLY_ALL);
    if (!main) return [];
    const few = [...this.years].filter(([, { records }]) => records <= this.total * FEW);
    return few.flatMap(([year, { places }]) =>
      places.map((place) => ({ ...place, ...warn('period_of_other_year', { year, main: main[0] }) })),
    );
  }
}
