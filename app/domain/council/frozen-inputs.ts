import type { CaseInputs } from "../colocation/case-inputs.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * What of a case is frozen and hashed when it is submitted: everything it rests on, but for where it stands, which version
 * it is, who answers for it by name, and the day the register was read. Those change without changing the case.
 * @example frozenText(inputs) === frozenText({ ...inputs, readOn: "2027-01-01" }) // true
 */
export function frozenText(inputs: CaseInputs): string {
  const { readOn: _readOn, case: head, ...rest } = inputs;
  const { status: _status, version: _version, ownerName: _ownerName, ...kept } = head;
  return canonicalJson({ ...rest, case: kept });
}

/** Which parts of a case are otherwise than when it was submitted; none where nothing is.
 *  @example changedParts(frozen, { ...frozen, premises: [] }) // ["premises"] */
export function changedParts(frozen: CaseInputs, now: CaseInputs): CasePart[] {
  return caseParts.filter((part) => {
    const only = (inputs: CaseInputs) =>
      part === "case" ? frozenText({ ...empty, case: inputs.case }) : canonicalJson(inputs[part]);
    return only(frozen) !== only(now);
  });
}

export const caseParts = ["case", "units", "premises", "scenarios", "conditions", "assumptions"] as const;
export type CasePart = (typeof caseParts)[number];

const empty = { readOn: "", units: [], premises: [], scenarios: [], conditions: [], assumptions: [] };
