/**
 * What every reader of people's input returns. `rule` is a code that the messages turn into a sentence;
 * `hint` is the value that the sender may have meant, never used without being asked.
 */
export type Parsed<Value, Rule extends string> = { ok: true; value: Value } | Refused<Rule>;
export type Refused<Rule extends string> = { ok: false; rule: Rule; hint?: string };

export function refuse<Rule extends string>(rule: Rule, hint?: string): Refused<Rule> {
  return hint === undefined ? { ok: false, rule } : { ok: false, rule, hint };
}
