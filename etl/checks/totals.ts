/** Exact sums of decimal texts, kept as whole numbers per count of decimals; a million additions cost no memory. */
export class ExactSum {
  records = 0;
  /** By decimals: fast small sums, moved into the large one before they could lose a digit. */
  private readonly small: number[] = [];
  private readonly large: bigint[] = [];

  add(value: string): void {
    this.records++;
    const point = value.indexOf('.');
    const decimals = point < 0 ? 0 : value.length - point - 1;
    if (value.length > SAFE_DIGITS) return this.addLarge(decimals, BigInt(value.replace('.', '')));
    // Of so few digits the nearest double, shifted, is within a quarter of the whole number that the text means.
    const scaled = point < 0 ? Number(value) : Math.round(Number(value) * POWERS_OF_TEN[decimals]!);
    const sum = (this.small[decimals] ?? 0) + scaled;
    if (Math.abs(sum) < LIMIT) this.small[decimals] = sum;
    else {
      this.small[decimals] = 0;
      this.addLarge(decimals, BigInt(sum));
    }
  }

  remove(value: string): void {
    this.add(value.startsWith('-') ? value.slice(1) : `-${value}`);
    this.records -= 2;
  }

  /** The sum as decimal text with as many decimals as the finest addend had. */
  toText(): string {
    const places = Math.max(0, this.small.length - 1, this.large.length - 1);
    let sum = 0n;
    for (let decimals = 0; decimals <= places; decimals++) {
      const part = BigInt(this.small[decimals] ?? 0) + (this.large[decimals] ?? 0n);
      sum += part * 10n ** BigInt(places - decimals);
    }
    const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return sum < 0n ? `-${text}` : text;
  }

  private addLarge(decimals: number, scaled: bigint): void {
    this.large[decimals] = (this.large[decimals] ?? 0n) + scaled;
  }
}

const SAFE_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: SAFE_DIGITS }, (_, power) => Number(`1e${power}`));
const LIMIT = 2 ** 52;

export type ControlTotal = { column: string; groupKey: string; read: ExactSum; accepted: ExactSum };

/** Sums of every numeric column over records read and over accepted ones, whole and per group where the mapping names one. */
export class ControlTotals {
  private readonly totals: ControlTotal[] = [];
  /** Group → column → total; the whole is the group without a name. */
  private readonly byGroup = new Map<string, Map<string, ControlTotal>>();

  constructor(
    private readonly columns: readonly string[],
    private readonly groupBy: readonly string[],
  ) {}

  add(values: Readonly<Record<string, string | null>>, isAccepted: boolean): void {
    const group = this.groupBy.length === 0 ? null : this.groupBy.map((column) => values[column] ?? '–').join(' · ');
    for (const column of this.columns) {
      const value = values[column];
      if (value == null) continue;
      this.count(column, '', value, isAccepted);
      if (group !== null) this.count(column, group, value, isAccepted);
    }
    if (group !== null) this.count('', group, '0', isAccepted);
    this.count('', '', '0', isAccepted);
  }

  /** Takes a record back that a later check found to be a repeat. */
  takeBack(values: Readonly<Record<string, string | null>>): void {
    const group = this.groupBy.length === 0 ? null : this.groupBy.map((column) => values[column] ?? '–').join(' · ');
    for (const column of ['', ...this.columns]) {
      const value = column === '' ? '0' : values[column];
      if (value == null) continue;
      for (const groupKey of group === null ? [''] : ['', group])
        this.byGroup.get(groupKey)?.get(column)?.accepted.remove(value);
    }
  }

  all(): ControlTotal[] {
    return this.totals;
  }

  private count(column: string, groupKey: string, value: string, isAccepted: boolean): void {
    let ofGroup = this.byGroup.get(groupKey);
    if (!ofGroup) this.byGroup.set(groupKey, (ofGroup = new Map()));
    let total = ofGroup.get(column);
    if (!total) {
      ofGroup.set(column, (total = { column, groupKey, read: new ExactSum(), accepted: new ExactSum() }));
      this.totals.push(total);
    }
    total.read.add(value);
    if (isAccepted) total.accepted.add(value);
  }
}
