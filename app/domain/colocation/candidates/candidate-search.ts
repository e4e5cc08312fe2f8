import { useGroups, type UseGroup } from "../../portfolio-row.ts";
import type { CandidateWay } from "./judge-pair.ts";

/** Which candidates are asked for; null and empty ask nothing. What the address says, read once. */
export interface CandidateSearch {
  q: string;
  /** Of the unit: its administration and its kind. */
  administration: string;
  kind: string;
  /** Whether it would share with others, with itself in another of its houses, or have an empty house. */
  partner: CandidatePartner | null;
  /** Of where it would go. */
  district: string;
  use: UseGroup | null;
  worst: number | null;
  way: CandidateWay | null;
  fit: "same" | "converted" | null;
  /** On foot, at most. */
  minutes: number | null;
  clashes: number | null;
  /** Of what it leaves: whose it is, whether it is then empty, and how soon its lease ends. */
  leaves: "owned" | "leasedIn" | null;
  vacates: boolean;
  leaseMonths: number | null;
  payback: number | null;
  /** Whether what is forbidden is shown too. */
  stopped: boolean;
}

export const candidatePartners = ["others", "own", "empty"] as const;
export type CandidatePartner = (typeof candidatePartners)[number];

const number = (text: string | null, most: number): number | null => {
  const read = Number(text);
  return text && Number.isFinite(read) && read >= 0 && read <= most ? read : null;
};
const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null =>
  known.find((one) => one === text) ?? null;

/** @example readCandidateSearch(new URLSearchParams("minutes=15")).minutes // 15 */
export function readCandidateSearch(params: URLSearchParams): CandidateSearch {
  const text = (name: string) => params.get(name)?.trim().slice(0, 100) ?? "";
  return {
    ...{
      q: text("q"),
      administration: text("administration"),
      kind: text("kind"),
      district: text("district"),
    },
    partner:
      params.get("partner") === "all" ? null : (oneOf(candidatePartners, params.get("partner")) ?? "others"),
    use: oneOf(useGroups, params.get("use")),
    worst: number(params.get("worst"), 6),
    way: oneOf(["space", "hours"], params.get("way")),
    fit: oneOf(["same", "converted"], params.get("fit")),
    minutes: number(params.get("minutes"), 600),
    clashes: number(params.get("clashes"), 168),
    leaves: oneOf(["owned", "leasedIn"], params.get("leaves")),
    vacates: params.get("vacates") === "1",
    leaseMonths: number(params.get("leaseMonths"), 1_200),
    payback: number(params.get("payback"), 1_000),
    stopped: params.get("stopped") === "1",
  };
}
