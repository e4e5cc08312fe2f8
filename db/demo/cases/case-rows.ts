import type {
  approvalDelegation,
  caseEvent,
  caseFollower,
  caseRating,
  closingPeriod,
  costShare,
  materialEntry,
  opinionInvitation,
  opinionSurvey,
  orderApproval,
  qrCode,
  recurringService,
  responsibilityGap,
  serviceCase,
  serviceOrder,
  tradeAgreement,
  tradeDelivery,
  workEntry,
} from "#db/schema/index.ts";
import type { PeopleRows } from "./demo-people.ts";

/** The demo's cases and what goes with them, as rows for their tables, in an order that foreign keys allow. */
export interface DemoCaseRows extends PeopleRows {
  responsibilityGap: (typeof responsibilityGap.$inferInsert)[];
  serviceCase: (typeof serviceCase.$inferInsert)[];
  serviceOrder: (typeof serviceOrder.$inferInsert)[];
  caseEvent: (typeof caseEvent.$inferInsert)[];
  caseFollower: (typeof caseFollower.$inferInsert)[];
  costShare: (typeof costShare.$inferInsert)[];
  workEntry: (typeof workEntry.$inferInsert)[];
  materialEntry: (typeof materialEntry.$inferInsert)[];
  orderApproval: (typeof orderApproval.$inferInsert)[];
  approvalDelegation: (typeof approvalDelegation.$inferInsert)[];
  caseRating: (typeof caseRating.$inferInsert)[];
  closingPeriod: (typeof closingPeriod.$inferInsert)[];
  recurringService: (typeof recurringService.$inferInsert)[];
  qrCode: (typeof qrCode.$inferInsert)[];
  tradeAgreement: (typeof tradeAgreement.$inferInsert)[];
  tradeDelivery: (typeof tradeDelivery.$inferInsert)[];
  opinionSurvey: (typeof opinionSurvey.$inferInsert)[];
  opinionInvitation: (typeof opinionInvitation.$inferInsert)[];
}

export const emptyCaseRows = (people: PeopleRows): DemoCaseRows => ({
  ...people,
  responsibilityGap: [],
  serviceCase: [],
  serviceOrder: [],
  caseEvent: [],
  caseFollower: [],
  costShare: [],
  workEntry: [],
  materialEntry: [],
  orderApproval: [],
  approvalDelegation: [],
  caseRating: [],
  closingPeriod: [],
  recurringService: [],
  qrCode: [],
  tradeAgreement: [],
  tradeDelivery: [],
  opinionSurvey: [],
  opinionInvitation: [],
});
