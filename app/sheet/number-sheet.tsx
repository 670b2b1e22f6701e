import { LinkButton } from '#app/components/button.tsx';
import { DataStateMark } from '#app/components/data-state-mark.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import { StatusShape, useStatusWord } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { Sheet, SheetSection } from './sheet.tsx';
import { useSheetHref } from './sheet-link.tsx';
import type { SheetCell, SheetFact, SheetPart, SheetView } from './sheet-view.ts';

/** The sheet of a number over any page; nothing for null. */
export function NumberSheet({ view: read }: { view: PanelData<SheetView | null> }) {
  const t = useT();
  const href = useScopeHref();
  if (!read.ok)
    return (
      <Sheet title={t('nav.seeDetail')}>
        <ErrorPanel />
      </Sheet>
    );
  if (!read.value) return null;
  const view = read.value;
  const { what, how, parts, source } = view;
  return (
    <Sheet
      key={view.title}
      title={view.title}
      actions={view.actions.map((action) => (
        <LinkButton key={action.href} to={href(action.href)}>
          {action.label}
        </LinkButton>
      ))}
    >
      <SheetSection kind="what">
        {what.text && <p>{what.text}</p>}
        <Facts facts={what.facts} />
      </SheetSection>
      {(how.text || how.facts.length > 0) && (
        <SheetSection kind="how">
          {how.text && <p>{how.text}</p>}
          <Facts facts={how.facts} />
        </SheetSection>
      )}
      {(parts.note || parts.items.length > 0) && (
        <SheetSection kind="parts">
          {parts.note && <p className="t16 quiet">{parts.note}</p>}
          <Parts items={parts.items} />
        </SheetSection>
      )}
      <SheetSection kind="source">
        {source.note && <p className="t16 quiet">{source.note}</p>}
        <Facts facts={source.facts} />
        <Parts items={source.items} />
        {source.cells.length > 0 && <Cells cells={source.cells} />}
      </SheetSection>
    </Sheet>
  );
}

function Facts({ facts }: { facts: SheetFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="fact-list">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Parts({ items }: { items: SheetPart[] }) {
  const sheetHref = useSheetHref();
  const href = useScopeHref();
  const word = useStatusWord();
  if (items.length === 0) return null;
  return (
    <ListRows>
      {items.map((part) => (
        <ListRow
          key={part.key}
          href={part.sheet ? sheetHref(part.sheet) : part.href && href(part.href)}
          keepScroll={Boolean(part.sheet)}
          leading={
            part.status && (
              <>
                <StatusShape status={part.status} />
                <span className="hidden-text">{word(part.status)}</span>
              </>
            )
          }
          primary={part.label}
          secondary={part.detail}
          trailing={
            part.state ? <DataStateMark state={part.state} /> : <span className="number strong">{part.value}</span>
          }
        />
      ))}
    </ListRows>
  );
}

function Cells({ cells }: { cells: SheetCell[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('numberSheet.cells')}
      columns={[
        {
          key: 'address',
          label: t('numberSheet.cell'),
          isName: true,
          cell: (cell) => <span className="nowrap">{cell.address}</span>,
        },
        { key: 'header', label: t('numberSheet.header'), cell: (cell) => cell.header },
        { key: 'sent', label: t('numberSheet.sent'), cell: (cell) => cell.sent },
        { key: 'stored', label: t('numberSheet.stored'), cell: (cell) => cell.stored },
      ]}
      rows={cells}
      rowKey={(cell) => `${cell.address}-${cell.header}`}
    />
  );
}
