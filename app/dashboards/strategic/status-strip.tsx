import { SegmentStrip } from '#app/charts/segment-strip.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { useFormat } from '#app/components/format.ts';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { toRunningNote } from './strategic-sentence.ts';
import type { RunningStrip, StatusCount } from './strategic-view.ts';

const ORDER: StatusCode[] = ['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data'];

type Props = {
  label: string;
  statuses: PanelData<StatusCount[]>;
  running: PanelData<RunningStrip | null>;
  hrefOf: (status: StatusCode) => string;
};

/** Counts by status, best first, and the running year as one line beside them. */
export function StatusStrip({ label, statuses, running, hrefOf }: Props) {
  const t = useT();
  const f = useFormat();
  const known = valueOf(statuses) ?? [];
  const countOf = (status: StatusCode) => known.find((one) => one.status === status)?.count ?? 0;
  return (
    <SegmentStrip
      label={label}
      segments={ORDER.filter((status) => countOf(status) > 0).map((status) => ({
        key: status,
        label: t(`status.${status}`),
        count: countOf(status),
        status,
        href: hrefOf(status),
      }))}
      note={!statuses.ok || !running.ok ? <ErrorNote /> : running.value && toRunningNote(running.value, { t, f })}
    />
  );
}
