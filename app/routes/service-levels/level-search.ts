import { readBand } from "#domain/catalogue/compare-levels.ts";

/** What the comparison is asked for, as the URL says it. */
export function readLevelSearch(params: URLSearchParams): {
  service: string | null;
  kind: string;
  band: number;
} {
  return {
    service: params.get("service"),
    kind: (params.get("kind") ?? "").slice(0, 60),
    band: readBand(params.get("band")),
  };
}
