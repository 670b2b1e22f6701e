import { describe, expect, it } from 'vitest';
import { BulletChart, ScoreHero } from '#app/charts/bullet-chart.tsx';
import { ChartFrame } from '#app/charts/chart-frame.tsx';
import { ContributionBars } from '#app/charts/contribution-bars.tsx';
import { DotCalendar } from '#app/charts/dot-calendar.tsx';
import { HeatCells } from '#app/charts/heat-cells.tsx';
import { MinistryDots } from '#app/charts/ministry-dots.tsx';
import { MoneyWorkScatter } from '#app/charts/money-work-scatter.tsx';
import { RankedDots } from '#app/charts/ranked-dots.tsx';
import { SegmentStrip, toShares } from '#app/charts/segment-strip.tsx';
import { SlipBar } from '#app/charts/slip-bar.tsx';
import { TrajectoryChart } from '#app/charts/trajectory-chart.tsx';
import { fireEvent, renderPage, screen, waitFor, within } from '../components/render.tsx';

const frame = { title: 'งบลงทุนช้า', subtitle: 'คะแนน 1–5' };

describe('chart frame', () => {
  it('is a region named by the finding, with its summary for readers', () => {
    renderPage(
      <ChartFrame {...frame} summary="ต่ำสุด กรม ก 2.10">
        drawing
      </ChartFrame>,
    );
    expect(screen.getByRole('region', { name: 'งบลงทุนช้า' }).textContent).toContain('ต่ำสุด กรม ก 2.10');
  });

  it('without data says what is missing and draws nothing', () => {
    renderPage(
      <ChartFrame {...frame} state="empty" empty={{ what: 'ยังไม่มีผลรอบนี้', who: 'กรม ก' }}>
        drawing
      </ChartFrame>,
    );
    expect(screen.getByText('ยังไม่มีผลรอบนี้')).toBeTruthy();
    expect(screen.queryByText('drawing')).toBeNull();
  });

  it('keeps the last values while loading, and says so', () => {
    renderPage(
      <ChartFrame {...frame} state="loading">
        drawing
      </ChartFrame>,
    );
    expect(screen.getByRole('region').getAttribute('aria-busy')).toBe('true');
    expect(screen.getByText('drawing')).toBeTruthy();
  });

  it('that failed offers to read again, and one that is late says so', () => {
    renderPage(
      <>
        <ChartFrame title="ก" state="error">
          drawing
        </ChartFrame>
        <ChartFrame title="ข" state="late">
          drawing
        </ChartFrame>
      </>,
    );
    expect(screen.getByRole('link', { name: 'เปิดใหม่' })).toBeTruthy();
    expect(screen.getByText('ข้อมูลยังไม่ครบตามกำหนด')).toBeTruthy();
  });
});

const points = [
  { key: '1', label: 'ต.ค.', plan: 2, actual: 2.1, href: '/p/1' },
  { key: '2', label: 'พ.ย.', plan: 3, actual: null },
];

describe('trajectory', () => {
  const chart = (
    <TrajectoryChart
      {...frame}
      points={points}
      yTicks={[1, 2, 3, 4, 5]}
      line={3}
      format={(value) => value.toFixed(2)}
    />
  );

  it('has a table twin with the same numbers, a gap as a dash', () => {
    renderPage(chart);
    const table = screen.getByRole('table', { hidden: true });
    const rows = within(table)
      .getAllByRole('row', { hidden: true })
      .map((row) => row.textContent);
    expect(rows).toEqual(['ช่วงเวลาแผนผลคาดการณ์', 'ต.ค.2.002.10–', 'พ.ย.3.00––']);
  });

  it('has marks that are links', () => {
    renderPage(chart);
    expect(screen.getByRole('link', { name: 'ต.ค.: 2.10' }).getAttribute('href')).toBe('/p/1');
  });
});

describe('bullets', () => {
  const row = {
    key: 'a',
    label: 'ประสิทธิผล',
    value: 3.79,
    valueLabel: '3.79',
    target: 4,
    status: 'on_plan' as const,
    href: '?sheet=p',
  };

  it('say name, value and status in the link', () => {
    renderPage(<BulletChart {...frame} rows={[row]} />);
    expect(screen.getAllByRole('link', { name: /ประสิทธิผล.*3\.79.*ตามแผน/ })).toHaveLength(1);
  });

  it('as the number of a screen say verdict, target, last round and change', () => {
    renderPage(
      <ScoreHero
        {...frame}
        row={row}
        targetLabel="3.90"
        previous={{ round: 'รอบ 9 เดือน', value: '3.41', change: '+0.27' }}
      />,
    );
    for (const part of ['ตามแผน', 'แผน 3.90', 'รอบ 9 เดือน 3.41 (+0.27)']) expect(screen.getByText(part)).toBeTruthy();
  });
});

it('ranked dots lead one level down, row by row, and say why a value is missing', () => {
  renderPage(
    <RankedDots
      {...frame}
      min={1}
      max={5}
      ticks={[1, 5]}
      rows={[
        {
          key: 'a',
          name: 'กรม ก',
          href: '/a',
          value: 2.4,
          valueLabel: '2.40',
          changeLabel: '−0.10',
          status: 'below_plan',
        },
        { key: 'b', name: 'กรม ข', href: '/b', value: null, valueLabel: '–', status: 'no_data', state: 'missing' },
      ]}
    />,
  );
  const [first, second] = screen.getAllByRole('listitem');
  expect(within(first!).getByRole('link').textContent).toContain('2.40');
  expect(within(second!).getByText('ยังไม่รายงาน')).toBeTruthy();
});

it('ministry dots name those under the line and give every dot a name to hear', () => {
  const dot = (key: string, value: number) => ({
    key,
    name: `กระทรวง${key}`,
    shortName: key,
    value,
    valueLabel: value.toFixed(2),
    href: `/${key}`,
  });
  renderPage(<MinistryDots {...frame} dots={[dot('ก', 2.4), dot('ข', 4.1)]} />);
  expect(screen.getByText('ก 2.40')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'กระทรวงข: 4.10' }).getAttribute('href')).toBe('/ข');
});

it('contribution bars end with the total', () => {
  renderPage(
    <ContributionBars
      {...frame}
      rows={[{ key: 'a', label: 'กรม ก', value: -0.2, valueLabel: '−0.20' }]}
      total={{ label: 'รวม', valueLabel: '−0.20' }}
    />,
  );
  expect(screen.getAllByRole('listitem').at(-1)!.textContent).toBe('รวม−0.20');
});

describe('money against work', () => {
  const chart = (
    <MoneyWorkScatter
      {...frame}
      points={[{ key: 'a', name: 'กรม ก', shortName: 'ก', spent: 80, done: 35, valueLabel: '80 ต่อ 35', href: '/a' }]}
    />
  );

  it('labels a mark with the first tap and opens it with the second', async () => {
    const { router } = renderPage(chart);
    const mark = screen.getByRole('link', { name: 'กรม ก: 80 ต่อ 35' });
    fireEvent.pointerDown(mark, { pointerType: 'touch' });
    fireEvent.click(mark);
    expect(screen.getByRole('status').textContent).toBe('กรม ก: 80 ต่อ 35');
    expect(router.state.location.pathname).toBe('/strategic');
    fireEvent.click(mark);
    await waitFor(() => expect(router.state.location.pathname).toBe('/a'));
  });

  it('opens at once for the keyboard', async () => {
    const { router } = renderPage(chart);
    fireEvent.click(screen.getByRole('link', { name: 'กรม ก: 80 ต่อ 35' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/a'));
  });
});

it('a slip bar says plan, forecast and days', () => {
  renderPage(
    <SlipBar
      dates={{ start: '2025-10-01', plan: '2026-06-30', forecast: '2026-07-30' }}
      from="2025-10-01"
      to="2026-12-31"
      status="below_plan"
    />,
  );
  expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(
    /แผน 30.มิ.ย..2569 · คาดการณ์ 30.ก.ค..2569 · ช้า 30 วัน/,
  );
});

it('a dot calendar is a table whose cells say their state', () => {
  renderPage(
    <DotCalendar
      {...frame}
      columns={[{ key: '1', label: 'ต.ค.' }]}
      rows={[{ key: 'a', name: 'กรม ก', cells: [{ state: 'missing', href: '/x' }] }]}
    />,
  );
  expect(screen.getByRole('cell', { name: 'ยังไม่รายงาน' })).toBeTruthy();
});

it('heat cells say number and status', () => {
  renderPage(
    <HeatCells
      {...frame}
      columns={[
        { key: '1', label: 'งบ' },
        { key: '2', label: 'ผล' },
      ]}
      rows={[
        {
          key: 'a',
          name: 'กรม ก',
          cells: [
            { valueLabel: '2.10', status: 'below_plan' },
            { valueLabel: null, state: 'withheld' },
          ],
        },
      ]}
    />,
  );
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['2.10ต่ำกว่าแผน', 'ไม่เปิดเผย']);
});

describe('segments', () => {
  const segments = [
    { key: 'a', label: 'บรรลุแล้ว', count: 3, status: 'achieved' as const, href: '/x' },
    { key: 'b', label: 'เสี่ยง', count: 0, status: 'at_risk' as const },
    { key: 'c', label: 'ตามแผน', count: 1, status: 'on_plan' as const },
  ];

  it('say every count, also none', () => {
    renderPage(<SegmentStrip label="วัตถุประสงค์" segments={segments} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['บรรลุแล้ว3', 'เสี่ยง0', 'ตามแผน1']);
  });

  it('share the bar among those that count', () => {
    expect(toShares(segments).map(({ from, width }) => [from, width])).toEqual([
      [0, 74.8],
      [75, 24.8],
    ]);
    expect(toShares([])).toEqual([]);
  });
});
