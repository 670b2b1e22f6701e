import { monitorEventLoopDelay } from 'node:perf_hooks';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  counts: number[];
  sum: number;
  total: number;
}

/** Counts and times of requests, as Prometheus text. */
export interface Metrics {
  observe(area: string, method: string, status: number, seconds: number): void;
  text(gauges: Record<string, number>): string;
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    observe(area, method, status, seconds) {
      const labels = `area="${area}",method="${method}",status="${Math.floor(status / 100)}xx"`;
      const known = series.get(labels) ?? { counts: buckets.map(() => 0), sum: 0, total: 0 };
      series.set(labels, known);
      buckets.forEach((limit, at) => {
        if (seconds <= limit) known.counts[at] = known.counts[at]! + 1;
      });
      known.sum += seconds;
      known.total += 1;
    },
    text(gauges) {
      const cpu = process.cpuUsage();
      const values = {
        process_resident_memory_bytes: process.memoryUsage.rss(),
        process_cpu_seconds_total: (cpu.user + cpu.system) / 1e6,
        process_uptime_seconds: process.uptime(),
        nodejs_eventloop_delay_p99_seconds: delay.percentile(99) / 1e9,
        ...gauges,
      };
      const lines = Object.entries(values).flatMap(([name, value]) => [
        `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}`,
        `${name} ${value}`,
      ]);
      return `${[...lines, '# TYPE http_request_duration_seconds histogram', ...[...series].flatMap(histogram)].join('\n')}\n`;
    },
  };
}

function histogram([labels, { counts, sum, total }]: [string, Series]): string[] {
  const name = 'http_request_duration_seconds';
  return [
    ...buckets.map((limit, at) => `${name}_bucket{${labels},le="${limit}"} ${counts[at]}`),
    `${name}_bucket{${labels},le="+Inf"} ${total}`,
    `${name}_sum{${labels}} ${sum}`,
    `${name}_count{${labels}} ${total}`,
  ];
}

const areas = new Set([
  'strategic',
  'tactical',
  'operational',
  'projects',
  'units',
  'indicators',
  'agreements',
  'feeds',
  'runs',
  'sign-in',
  'sign-out',
  'api',
  'live',
  'assets',
  'healthz',
  'readyz',
  'metrics',
]);

/** The part of the suite a path belongs to: a short list, so that codes in paths do not become series of their own. */
export function areaOf(path: string): string {
  const first = path.split('/')[1] ?? '';
  if (first === '') return 'home';
  return areas.has(first) ? first : 'other';
}
