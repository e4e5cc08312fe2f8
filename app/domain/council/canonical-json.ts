/**
 * A value as JSON in one spelling: keys in order, no space, nothing undefined. The same value gives the same text, however
 * it was put together, so that a hash of it can be compared.
 * @example canonicalJson({ b: 1, a: [undefined, { d: 2, c: null }] }) // '{"a":[null,{"c":null,"d":2}],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const parts = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
  return `{${parts.join(",")}}`;
}
