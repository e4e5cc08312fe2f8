import type { ChargeSearch } from "#domain/charge/charge-search.ts";
import { chargeCauses } from "#domain/charge/explain-difference.ts";

const kinds = ["internal", "thirdPartyIn", "thirdPartyOut"] as const;

/** What the address asks of a run; what cannot be read is left out. */
export function readChargeSearch(params: URLSearchParams): ChargeSearch {
  const page = Number(params.get("page"));
  return {
    administration: (params.get("administration") ?? "").slice(0, 20),
    kind: kinds.find((kind) => kind === params.get("kind")) ?? "",
    cause: chargeCauses.find((cause) => cause === params.get("cause")) ?? "",
    isChanged: params.get("changed") === "1",
    q: (params.get("q") ?? "").trim().slice(0, 100),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** The same page of the run, asked something else. @example addressOf(search, { page: 2 }) // "?kind=internal&page=2" */
export function addressOf(search: ChargeSearch, other: Partial<ChargeSearch>): string {
  const { administration, kind, cause, isChanged, q, page } = { ...search, page: 1, ...other };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ administration, kind, cause, q }))
    if (value) params.set(name, value);
  if (isChanged) params.set("changed", "1");
  if (page > 1) params.set("page", String(page));
  return `?${params}`;
}
