import { copyFrom, type CopySource } from '../copy.ts';
import type { Sql, Tx } from '../connect.ts';
import { planForBulk } from './plan-for-bulk.ts';
import { isPublishingAwaited } from './publication-lock.ts';
import type { Publication } from './republish.ts';
import type { RunHead } from './run-head.ts';

/** Columns of a reading as a load copies them; the rest have their defaults. */
export const STRAIGHT_COLUMNS = [
  'fiscal_year',
  'ministry_id',
  'unit_id',
  'indicator_id',
  'period_id',
  'slice_id',
  'revision',
  'indicator_version',
  'classification',
  'levels',
  'audiences',
  'published_in',
  'state',
  'value',
  'numerator',
  'denominator',
  'note',
  'run_id',
  'file_no',
  'sheet',
  'row_no',
  'as_sent',
] as const;

/**
 * Readings that are copied straight into the partitions of their years, inside the publication that shows them: for long files
 * whose readings meet nothing that stands. Where that turns out otherwise, or somebody waits to publish, GivenUp is thrown.
 */
export class StraightReadings {
  private readonly partitions = new Map<number, { name: string; wasEmpty: boolean }>();

  constructor(
    private readonly tx: Tx,
    readonly publication: Publication,
    readonly run: RunHead,
  ) {}

  /** Nobody is to wait for a file to be read: to be asked now and then, over another connection than the copying one. */
  async giveWay(sql: Sql): Promise<void> {
    if (await isPublishingAwaited(sql)) throw new GivenUp();
  }

  get years(): number[] {
    return [...this.partitions.keys()];
  }

  /** Years of which no reading stood before these. */
  get firstYears(): number[] {
    return this.years.filter((year) => this.partitions.get(year)!.wasEmpty);
  }

  /** Lines of COPY's text format, with the columns above, of one fiscal year. */
  async copy(fiscalYear: number, lines: CopySource): Promise<void> {
    const { tx } = this;
    let partition = this.partitions.get(fiscalYear);
    if (!partition) this.partitions.set(fiscalYear, (partition = await getPartition(tx, fiscalYear)));
    await copyFrom(tx, `copy ${partition.name} (${STRAIGHT_COLUMNS.join(', ')}) from stdin`, lines).catch(
      (fault: unknown) => {
        // Two readings of one figure: in the file, or this one and one that stands.
        throw (fault as { code?: string }).code === UNIQUE_VIOLATION ? new GivenUp() : fault;
      },
    );
  }

  /** Notes the series that were copied; throws GivenUp where any of the figures had a reading before, at whatever level. */
  async end(): Promise<void> {
    const { tx, publication } = this;
    const { id } = publication;
    // Nothing was staged: the readings of the years are to be counted.
    await planForBulk(tx, { staged: 'reading', years: this.years });
    // Made as a table, which several workers may do together; an insert is one's alone.
    await tx`
      create temporary table copied_series on commit drop as
      select ${id}::int as publication_id, r.fiscal_year, r.unit_id, r.indicator_id, r.slice_id, r.period_id / 60 as sixty, bit_or(1::bigint << (r.period_id % 60)) as periods
        from reading r where r.fiscal_year = any(${this.years}) and r.published_in = ${id} group by 2, 3, 4, 5, 6`;
    await tx`insert into staging.series (publication_id, fiscal_year, unit_id, indicator_id, slice_id, sixty, periods) select * from pg_temp.copied_series`;
    const filled = this.years.filter((year) => !this.partitions.get(year)!.wasEmpty);
    if (filled.length > 0 && (await this.isMeetingOlder(filled))) throw new GivenUp();
  }

  private async isMeetingOlder(years: readonly number[]): Promise<boolean> {
    const { tx, publication } = this;
    const older = (state: string) => tx`
      select from staging.series s join reading r on r.unit_id = s.unit_id and r.indicator_id = s.indicator_id and r.fiscal_year = s.fiscal_year
       where s.publication_id = ${publication.id} and s.fiscal_year = any(${[...years]}) and r.fiscal_year = any(${[...years]})
         and r.slice_id = s.slice_id and r.period_id / 60 = s.sixty and s.periods >> (r.period_id % 60) & 1 = 1
         and r.superseded_in ${tx.unsafe(state)} and r.published_in < ${publication.id}`;
    const [row] = await tx<{ found: boolean }[]>`
      select exists (${older('is null')}) or exists (${older('is not null')}) as found`;
    return row!.found;
  }
}

/** Everything is to be as if it had not been tried. */
export class GivenUp extends Error {}

const UNIQUE_VIOLATION = '23505';

async function getPartition(tx: Tx, fiscalYear: number): Promise<{ name: string; wasEmpty: boolean }> {
  const [row] = await tx<{ name: string; wasEmpty: boolean }[]>`
    select coalesce(to_regclass(${`public.reading_${fiscalYear}`}), 'public.reading_other'::regclass)::text as name,
           not exists (select from reading where fiscal_year = ${fiscalYear}) as "wasEmpty"`;
  return row!;
}
