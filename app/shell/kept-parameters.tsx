import { useSearchParams } from '@remix-run/react';

/** A GET form replaces the whole query: this keeps what the URL says otherwise. */
export function KeptParameters({ sheet }: { sheet: string }) {
  const [params] = useSearchParams();
  return (
    <>
      {[...params]
        .filter(([name]) => name !== 'q' && name !== 'sheet')
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <input type="hidden" name="sheet" value={sheet} />
    </>
  );
}
