import { useFormat } from '#app/components/format.ts';
import { StatusShape } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import type { SigningState } from './agreement-view.ts';

type Props = {
  agreement: {
    status: SigningState;
    version: number;
    weightTotal: string;
    lacksSystemKpi: boolean;
    signedOn?: string | null;
  };
};

/** Signed or not, which version, and what is wrong with the promise itself. */
export function SigningBadges({ agreement }: Props) {
  const t = useT();
  const f = useFormat();
  const { status, version, weightTotal, lacksSystemKpi, signedOn } = agreement;
  return (
    <span className="side-by-side t16">
      {status !== 'signed' && <span>{t(`agreement.${status}`)}</span>}
      {status === 'signed' && !signedOn && <span className="nowrap">{t('agreement.statusSigned')}</span>}
      {signedOn && <span className="nowrap">{t('agreement.signedOn', { date: f.date(signedOn) })}</span>}
      {version > 1 && <span>{t('agreement.version', { count: version - 1 })}</span>}
      {Number(weightTotal) !== 100 && (
        <Warning>{t('agreement.weightBadge', { weight: f.number(weightTotal, 2) })}</Warning>
      )}
      {lacksSystemKpi && <Warning>{t('agreement.lacksSystem')}</Warning>}
    </span>
  );
}

function Warning({ children }: { children: string }) {
  return (
    <span className="status status-tinted tint-at_risk is-at_risk">
      <StatusShape status="at_risk" />
      {children}
    </span>
  );
}
