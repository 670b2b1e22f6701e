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

  /** Adds all that another sum holds. */
  join(other: ExactSum): void {
    this.records += other.records;
    // A sum of zero counts too: it tells how fine its addends were.
    other.small.forEach((sum, decimals) => this.addLarge(decimals, BigInt(sum)));
    other.large.forEach((sum, decimals) => this.addLarge(decimals, sum));
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

/** Sums of one column, of a group where it is named: over accepted records and over all that were read. */
export class ControlTotal {
  readonly accepted = new ExactSum();
  private readonly rejected = new ExactSum();

  constructor(
    readonly column: string,
    readonly groupKey: string,
  ) {}

  get read(): ExactSum {
    const read = new ExactSum();
    read.join(this.accepted);
    read.join(this.rejected);
    return read;
  }

  add(value: string, isAccepted: boolean): void {
    (isAccepted ? this.accepted : this.rejected).add(value);
  }

  takeBack(value: string): void {
    this.accepted.remove(value);
    this.rejected.add(value);
  }
}

/** Totals by the place of their column; records themselves are counted in the place before the first. */
type OfGroup = (ControlTotal | undefined)[];

/** Sums of every numeric column over records read and over accepted ones, whole and per group where the mapping names one. */
export class ControlTotals {
  private readonly totals: ControlTotal[] = [];
  private readonly whole: OfGroup = [];
  private readonly byGroup = new Map<string, OfGroup>();

  constructor(
    private readonly columns: readonly string[],
    private readonly groupBy: readonly string[],
  ) {}

  add(values: Readonly<Record<string, string | null>>, isAccepted: boolean): void {
    this.addTo(this.whole, '', values, isAccepted);
    if (this.groupBy.length === 0) return;
    const key = this.keyOf(values);
    let ofGroup = this.byGroup.get(key);
    if (!ofGroup) this.byGroup.set(key, (ofGroup = []));
    this.addTo(ofGroup, key, values, isAccepted);
  }

  /** Takes a record back that a later check found to be a repeat. */
  takeBack(values: Readonly<Record<string, string | null>>): void {
    const groups = [this.whole, this.groupBy.length === 0 ? undefined : this.byGroup.get(this.keyOf(values))];
    for (const ofGroup of groups) {
      ofGroup?.[0]?.takeBack(COUNTED);
      for (const [i, column] of this.columns.entries())
        if (values[column] != null) ofGroup?.[i + 1]?.takeBack(values[column]);
    }
  }

  all(): ControlTotal[] {
    return this.totals;
  }

  private keyOf(values: Readonly<Record<string, string | null>>): string {
    return this.groupBy.map((column) => values[column] ?? '–').join(' · ');
  }

  private addTo(
    ofGroup: OfGroup,
    groupKey: string,
    values: Readonly<Record<string, string | null>>,
    isAccepted: boolean,
  ): void {
    for (let i = 0; i < this.columns.length; i++) {
      const value = values[this.columns[i]!];
      if (value != null) (ofGroup[i + 1] ??= this.open(this.columns[i]!, groupKey)).add(value, isAccepted);
    }
    (ofGroup[0] ??= this.open('', groupKey)).add(COUNTED, isAccepted);
  }

  private open(column: string, groupKey: string): ControlTotal {
    const total = new ControlTotal(column, groupKey);
    this.totals.push(total);
    return total;
  }
}

/** What a record adds to the count of records, which has no numbers. */
const COUNTED = '0';
