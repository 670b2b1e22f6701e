import type { TestDatabase } from '#tests/setup/database.ts';
import { testNow } from '#tests/setup/visitor.ts';
import type { Planted } from './plant.ts';
import { insidersOf, runsOnTheirWay } from './readers.ts';

/** After all families; numbers of rows that are planted in few tables alone. */
const firstNo = 901;

/** Plants the runs that do not show everywhere yet: each with a control total, a finding with its count, and the decisions on it so far. */
export async function plantRunsOnTheirWay(
  { owner }: TestDatabase,
  unitCodes: readonly string[],
  canaryOf: (table: string, row: { no: number }) => string,
): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const [index, run] of runsOnTheirWay.entries()) {
    const { unitCode, level, levels, status, source, decisions, valuesFor, sentBy } = run;
    if (!unitCodes.includes(unitCode)) continue;
    const no = firstNo + index;
    const add = (table: string, readers: Planted['readers']) => {
      const row = {
        no,
        unitCode,
        audience: 'on its way',
        isPast: false,
        table,
        canary: canaryOf(table, { no }),
      } as const;
      planted.push({ ...row, readers: readers! });
      return row.canary;
    };
    const insiders = insidersOf(unitCode);
    const text = `kanarie-${add('etl_run', [...insiders, 'admin'])}`;
    await owner`
      insert into etl_run (id, feed_id, dataset, mapping, mapping_version, contract_version, unit_id, ministry_id, level, classification, status, stage, source, started_at, levels, audiences, position_id)
      overriding system value
      select ${no}, (select min(f.id) from feed f where f.unit_id = u.id and f.classification = 'public'), 'reading', ${text}, ${text}, ${text}, u.id, u.ministry_id,
             ${level}, 'public', ${status}, 'done', ${source}, ${testNow}, ${levels}, fact_audiences(7, 0) & ~64,
             (select id from position where code = ${sentBy})
        from org_unit u where u.code = ${unitCode}`;
    const total = `8${add('run_total', valuesFor)}`;
    await owner`
      insert into run_total (run_id, column_name, read_records, read_total, accepted_records, accepted_total)
      values (${no}, ${`kanarie-${total.slice(1)}`}, 1, ${total}, 1, ${total})`;
    const counted = `kanarie-${add('run_rule_count', [...insiders, 'admin'])}`;
    await owner`insert into run_rule_count (run_id, severity, rule_code, count) values (${no}, 'rejection', ${counted}, 1)`;
    const found = `kanarie-${add('run_finding', sentBy ? [...valuesFor, sentBy] : valuesFor)}`;
    await owner`
      insert into run_finding (run_id, seq, severity, rule_code, params, file_no, row_no, raw_value, record, unit_id, audiences)
      select id, 1, 'rejection', ${counted}, ${owner.json({ value: found })}, 1, 2, ${found}, ${owner.json([found])}, unit_id, audiences from etl_run where id = ${no}`;
    if (decisions.length === 0) continue;
    const remark = `kanarie-${add('run_decision', insiders)}`;
    for (const [step, decision] of decisions.entries())
      await owner`
        insert into run_decision (id, run_id, level, decision, remark, decided_at, published_in, unit_id, audiences)
        overriding system value
        select ${no * 10 + step}, id, 'MOC', ${decision}, ${remark}, ${testNow}, 1, unit_id, audiences from etl_run where id = ${no}`;
  }
  return planted;
}
