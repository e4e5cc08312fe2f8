import type { WorkHandlers } from "../runner/run-work.ts";
import { askApproval } from "./ask-approval.ts";
import { mailHandler, type JobTools } from "./job-tools.ts";
import { composeApproval } from "./mail-approval.ts";
import { composeBenefit } from "./mail-benefit.ts";
import { composeCaseNews } from "./mail-case-news.ts";
import { composeEscalation } from "./mail-escalation.ts";
import { composeLeaseDates } from "./mail-lease-dates.ts";
import { composeHandOver } from "./mail-hand-over.ts";
import { composeOpinion } from "./mail-opinion.ts";
import { composeRating } from "./mail-rating.ts";
import { composeReminder } from "./mail-reminder.ts";
import { reckonAll } from "./reckon-all.ts";
import { tellFollowers } from "./tell-followers.ts";

/** What is done for each kind of work in the outbox. A kind that is not here waits, and is shown as waiting. */
export const workHandlers = (tools: JobTools): WorkHandlers => ({
  tellFollowers,
  askApproval,
  reckonBacklog: reckonAll(tools),
  mailCaseNews: mailHandler(tools, composeCaseNews(tools)),
  mailApproval: mailHandler(tools, composeApproval(tools)),
  mailRating: mailHandler(tools, composeRating(tools)),
  mailReminder: mailHandler(tools, composeReminder(tools)),
  mailBenefit: mailHandler(tools, composeBenefit(tools)),
  mailHandOver: mailHandler(tools, composeHandOver(tools)),
  mailOpinion: mailHandler(tools, composeOpinion(tools)),
  mailLeaseDates: mailHandler(tools, composeLeaseDates(tools)),
  mailEscalation: mailHandler(tools, composeEscalation(tools)),
});
