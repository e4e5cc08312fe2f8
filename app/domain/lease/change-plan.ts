import { addDays, addMonths, type Day } from "../day.ts";
import { ownDeadlineOn, workingDaysAfter } from "../lease-date/own-deadline.ts";
import { endByNotice, type NoticeTo } from "./notice.ts";

export const leaseChangeKinds = [
  "terminate",
  "extend",
  "renegotiate",
  "premises",
  "moveIn",
  "moveOut",
] as const;
export type LeaseChangeKind = (typeof leaseChangeKinds)[number];

export const changingParties = ["landlord", "tenant", "both"] as const;
export type ChangingParty = (typeof changingParties)[number];

export type ChangeStepKey =
  | ("confirm" | "consent" | "agreement" | "letter" | "inspection" | "report" | "objection" | "keys")
  | ("registerMeter" | "settleDeposit");

/** How long after moving out the report is sent, in days. A judgement of the project, as long as a tenant has to object. */
const REPORT_DAYS = 14;
/** How soon meters are reported after moving in, in working days. A judgement of the project. */
const METER_WORKING_DAYS = 5;

interface NoticeTerms {
  landlordNoticeMonths: number | null;
  tenantNoticeMonths: number | null;
  landlordBoundUntil: Day | null;
  tenantBoundUntil: Day | null;
  noticeTo: NoticeTo;
}

/**
 * The first day on which a lease can be over, if a party gives notice on a day: after its months of notice, at the end of the
 * month or quarter that notice runs to, and not before that party is free. By agreement of both it can be the next day.
 * @example earliestEnd(terms, "tenant", "2026-11-20") // 6 months to the end of a month: "2027-06-01"
 */
export function earliestEnd(terms: NoticeTerms, by: ChangingParty, givenOn: Day): Day {
  if (by === "both") return addDays(givenOn, 1);
  const isLandlord = by === "landlord";
  const months = isLandlord ? terms.landlordNoticeMonths : terms.tenantNoticeMonths;
  const boundUntil = isLandlord ? terms.landlordBoundUntil : terms.tenantBoundUntil;
  return endByNotice({ months, to: terms.noticeTo, boundUntil }, givenOn);
}

export interface ChangeStep {
  key: ChangeStepKey;
  dueOn: Day;
}

/**
 * What has to be done, in order, and by when. `effectiveOn` is the first day on which the change is true.
 * @example changeSteps("terminate", { receivedOn: "2026-11-20", effectiveOn: "2027-06-01", isComplex: false })[0] // confirm, "2026-12-02"
 */
export function changeSteps(
  kind: LeaseChangeKind,
  { receivedOn, effectiveOn, isComplex }: { receivedOn: Day; effectiveOn: Day; isComplex: boolean },
): ChangeStep[] {
  const lastDay = addDays(effectiveOn, -1);
  const step = (key: ChangeStepKey, dueOn: Day): ChangeStep => ({ key, dueOn });
  const leaving = [
    step("inspection", lastDay),
    step("keys", lastDay),
    step("report", addDays(effectiveOn, REPORT_DAYS)),
    step("settleDeposit", addMonths(effectiveOn, 2)),
  ];
  const consent = isComplex ? "consentComplexConversion" : "consentConversion";
  const steps: Record<LeaseChangeKind, ChangeStep[]> = {
    terminate: [step("confirm", ownDeadlineOn("confirmTermination", receivedOn)), ...leaving],
    moveOut: leaving,
    moveIn: [
      step("inspection", effectiveOn),
      step("keys", effectiveOn),
      step("registerMeter", workingDaysAfter(effectiveOn, METER_WORKING_DAYS)),
      step("report", effectiveOn),
      step("objection", ownDeadlineOn("objectToMoveIn", effectiveOn)),
    ],
    extend: [step("agreement", lastDay), step("letter", lastDay)],
    premises: [
      step("agreement", lastDay),
      step("letter", lastDay),
      step("inspection", effectiveOn),
      step("keys", effectiveOn),
    ],
    renegotiate: [
      step("consent", ownDeadlineOn(consent, receivedOn)),
      step("agreement", lastDay),
      step("letter", lastDay),
    ],
  };
  return steps[kind];
}
