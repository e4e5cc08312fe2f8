/** What a command answers: the value, or the name of the rule that said no, to be shown in words. */
export type Result<Value, Refusal extends string> =
  { ok: true; value: Value } | { ok: false; refusal: Refusal };

export const done = <Value>(value: Value) => ({ ok: true, value }) as const;
export const refused = <Refusal extends string>(refusal: Refusal) => ({ ok: false, refusal }) as const;
