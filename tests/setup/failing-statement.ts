import type { Tx } from '#db/connect.ts';

type Matches = (text: string, values: readonly unknown[]) => boolean;

/** The transaction, in which the server refuses each statement that matches, as it does one that ran out of time. */
export function withFailing(tx: Tx, matches: Matches): Tx {
  return new Proxy(tx, {
    apply(target, self, args: unknown[]): unknown {
      const [text, ...values] = args;
      if (Array.isArray(text) && 'raw' in text && matches(text.join('?'), values)) return target`select 1/0`;
      return Reflect.apply(target as unknown as (...given: unknown[]) => unknown, self, args);
    },
    get(target, name): unknown {
      if (name !== 'savepoint') return Reflect.get(target, name);
      return (read: (inner: Tx) => Promise<unknown>) =>
        target.savepoint((inner) => read(withFailing(inner as unknown as Tx, matches)));
    },
  });
}
