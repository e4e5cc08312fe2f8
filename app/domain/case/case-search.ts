import { z } from "zod";
import { isId } from "../id.ts";

/** Which cases a list shows: those where something is left to do, those that wait for whoever asked, those that have ended. */
export const caseStates = ["open", "yours", "ended"] as const;
export type CaseState = (typeof caseStates)[number];

const Uuids = z
  .string()
  .nullish()
  .transform((id) => (isId(id) ? id : null));

/** The URL of the case list, parsed once; what cannot be read counts as not given. */
export const CaseSearch = z.object({
  state: z.enum(caseStates).nullable().catch(null).default(null),
  unit: Uuids,
  building: Uuids,
  q: z
    .string()
    .nullish()
    .transform((text) => (text ?? "").trim().slice(0, 100)),
});
export type CaseSearch = z.infer<typeof CaseSearch>;

/** @example readCaseSearch(new URL(request.url).searchParams) */
export const readCaseSearch = (params: URLSearchParams): CaseSearch =>
  CaseSearch.parse({
    state: params.get("state"),
    unit: params.get("unit"),
    building: params.get("building"),
    q: params.get("q"),
  });
