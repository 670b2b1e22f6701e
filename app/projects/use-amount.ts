import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';

/** An amount in its own currency: baht as million baht; other sources report millions and keep them. */
export function useAmount(currency: string): (amount: string | null) => string | null {
  const t = useT();
  const format = useFormat();
  return (amount) => {
    if (amount === null) return null;
    if (currency === 'THB') return format.millionBaht(amount);
    const figure = format.number(amount, 2);
    return currency === 'USD'
      ? t('projects.currencyMillion_USD', { amount: figure })
      : t('projects.currencyMillion_other', { amount: figure, currency });
  };
}
