import { Link, useLocation, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { LiveUpdates } from '#app/live/live-updates.tsx';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import { FindSheet } from './find-sheet.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { RoundSheet } from './round-sheet.tsx';
import type { ShellView } from './shell-view.ts';
import { UnitSheet } from './unit-sheet.tsx';

/** The frame around every page: unit, three tabs, year and round, search, person. Signed out, the page stands alone. */
export function Shell({ view, children }: { view: ShellView | null; children: ReactNode }) {
  const t = useT();
  if (!view) return <main id="content">{children}</main>;
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <TopBar view={view} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <nav className="bottom-tabs" aria-label={t('nav.boards')}>
        <Tabs landing={view.landing} />
      </nav>
      <OpenSheet view={view} />
      <LiveUpdates key={view.viewer.position} publicationId={view.publicationId} />
    </div>
  );
}

function TopBar({ view }: { view: ShellView }) {
  const t = useT();
  const format = useFormat();
  const year = format.fiscalYear(view.fiscalYear);
  const round = view.round === null ? year : t('calendar.yearAndRound', { year, round: format.round(view.round) });
  const position = view.viewer.shortPosition ?? view.viewer.position;
  return (
    <header className="top-bar">
      <SheetLink
        sheet="units"
        className="bar-button bar-unit"
        label={t('shell.chooseUnitNow', { unit: view.unit.name })}
      >
        <span>{view.unit.name}</span>
        <Chevron />
      </SheetLink>
      <nav className="tabs" aria-label={t('nav.boards')}>
        <Tabs landing={view.landing} />
      </nav>
      <div className="bar-side">
        <SheetLink sheet="rounds" className="bar-button bar-round" label={t('shell.chooseRoundNow', { round })}>
          <span>{round}</span>
          <Chevron />
        </SheetLink>
        <SheetLink sheet="find" className="bar-button">
          {t('nav.search')}
        </SheetLink>
        <SheetLink
          sheet="me"
          className="bar-button bar-person"
          label={t('shell.meNow', { position: view.viewer.position, name: view.viewer.name })}
        >
          <span className="lines-1">{position}</span>
          <Chevron />
        </SheetLink>
      </div>
    </header>
  );
}

const BOARDS = ['strategic', 'tactical', 'operational'] as const;

function Tabs({ landing }: { landing: ShellView['landing'] }) {
  const t = useT();
  const { pathname } = useLocation();
  const href = useScopeHref();
  return (
    <>
      {(landing ? [landing, ...BOARDS] : BOARDS).map((board) => (
        <Link
          key={board}
          className="tab"
          to={href(`/${board}`)}
          aria-current={pathname === `/${board}` ? 'page' : undefined}
        >
          {t(`nav.${board}`)}
        </Link>
      ))}
    </>
  );
}

function OpenSheet({ view }: { view: ShellView }) {
  const [params] = useSearchParams();
  const sheet = params.get('sheet');
  if (sheet === 'units') return <UnitSheet view={view} />;
  if (sheet === 'rounds') return <RoundSheet view={view} />;
  if (sheet === 'find') return <FindSheet view={view} />;
  if (sheet === 'me') return <PersonSheet view={view} />;
  return null;
}

function Chevron() {
  return (
    <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="M2 4l4 4 4-4" fill="none" strokeWidth="2" />
    </svg>
  );
}
