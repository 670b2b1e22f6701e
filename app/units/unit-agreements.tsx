import { useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { valueOf, type PanelData } from '#app/components/panel-data.ts';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { UnitAgreementView } from './unit-view.ts';

/** What the unit has promised, newest year first. */
export function UnitAgreements({ agreements }: { agreements: PanelData<UnitAgreementView[]> }) {
  const t = useT();
  const f = useFormat();
  const href = useScopeHref();
  const rows = valueOf(agreements) ?? [];
  return (
    <Panel
      title={rows.length > 0 || !agreements.ok ? t('unitPage.agreements') : t('unitPage.agreementsNone')}
      state={agreements.ok ? 'ok' : 'failed'}
    >
      <ListRows>
        {rows.map((one) => (
          <ListRow
            key={one.agreementId}
            href={href(`/agreements/${one.agreementId}`, { fy: null, round: null, unit: null })}
            leading={one.status && <StatusShape status={one.status} />}
            primary={`${f.fiscalYear(one.fiscalYear)} · ${one.makerTitle}`}
            secondary={[
              one.signing === 'signed' ? t('agreement.statusSigned') : t(`agreement.${one.signing}`),
              one.round !== null && f.round(one.round),
            ]
              .filter(Boolean)
              .join(' · ')}
            trailing={<span className="number strong">{one.score === null ? '–' : f.score(one.score)}</span>}
          />
        ))}
      </ListRows>
    </Panel>
  );
}
