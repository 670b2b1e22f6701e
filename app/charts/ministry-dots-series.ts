import { toPercentScale } from './scale.ts';

export type MinistryDot = {
  key: string;
  name: string;
  shortName: string;
  value: number | null;
  valueLabel: string;
  href: string;
  /** Its status against its own plan: the mark says that, the place on the axis says the score. */
  status?: 'achieved' | 'on_plan' | 'at_risk' | 'below_plan' | 'no_data';
};

export type MinistryMarks = {
  /** Those under the line, worst first, each in a lane of its own with its name. */
  named: (MinistryDot & { x: number; lane: number })[];
  /** The others and those under the line beyond the lanes, stacked where they would touch. */
  swarm: (MinistryDot & { x: number; level: number; isUnder: boolean })[];
  without: MinistryDot[];
  line: number;
};

/** Places on the axis in percent; lanes and levels count from 0. `apart` is the width of a dot in percent. */
export function toMinistryMarks(
  dots: readonly MinistryDot[],
  low: number,
  high: number,
  line: number,
  lanes = 4,
  apart = 2.6,
): MinistryMarks {
  const at = toPercentScale(low, high);
  const known = dots.filter((dot) => dot.value !== null).sort((left, right) => left.value! - right.value!);
  const under = known.filter((dot) => dot.value! < line);
  const named = under.slice(0, lanes).map((dot, lane) => ({ ...dot, x: at(dot.value!), lane }));
  const placed: MinistryMarks['swarm'] = [];
  for (const dot of known.filter((one) => !named.some(({ key }) => key === one.key))) {
    const x = at(dot.value!);
    const taken = new Set(placed.filter((other) => x - other.x < apart).map((other) => other.level));
    let level = 0;
    while (taken.has(level)) level += 1;
    placed.push({ ...dot, x, level, isUnder: dot.value! < line });
  }
  return { named, swarm: placed, without: dots.filter((dot) => dot.value === null), line: at(line) };
}
