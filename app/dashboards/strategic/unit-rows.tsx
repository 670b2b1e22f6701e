import { useFigures } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { StatusShape, useStatusWord } from '#app/components/status-badge.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { toFittingName } from './strategic-series.ts';
import type { ScoredUnit } from './strategic-view.ts';

/** Units with their score and how far it is from plan; a row leads one level down, same measure and round. */
export function UnitRows({ units, more }: { units: ScoredUnit[]; more?: { count: number; href: string } }) {
  const f = useFigures();
  const href = useScopeHref();
  const word = useStatusWord();
  return (
    <ListRows more={more}>
      {units.map((one) => (
        <ListRow
          key={one.unitCode}
          href={href('/strategic', { unit: one.unitCode })}
          leading={
            <>
              <StatusShape status={one.status} />
              <span className="hidden-text">{word(one.status)}</span>
            </>
          }
          primary={toFittingName(one)}
          trailing={
            <>
              <span className="number">{one.score === null ? '–' : f.score(one.score)}</span>
              <span className="number strong">{one.gap === null ? '' : f.change(one.gap)}</span>
            </>
          }
        />
      ))}
    </ListRows>
  );
}
