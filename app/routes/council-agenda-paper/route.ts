import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { paperTemplate } from "#app/server/pdf/paper-template.ts";
import { typeset } from "#app/server/pdf/typeset.server.ts";
import { councilPartsOf, listCouncilSeats } from "#db/queries/council/council-parts.ts";
import { getCouncilCase } from "#db/queries/council/get-council-case.ts";
import { listCouncilCases, listCouncilMeetings } from "#db/queries/council/list-council.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { submittedMoney } from "../council-case/council-economy.server.ts";
import { agendaPaper, type AgendaItem } from "./agenda-paper.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

/** A meeting's agenda as a file: its cases as they were submitted, and who sits in the council that day. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { db } = context;
  const meeting = (await listCouncilMeetings(db, actor)).find(({ id }) => id === params.meetingId);
  if (!meeting) throw problem(404);
  const now = new Date();
  const parts = await councilPartsOf(db, actor, dayAt(now));
  const items: AgendaItem[] = [];
  for (const { id, meetingId } of await listCouncilCases(db, actor)) {
    const found = meetingId === meeting.id ? await getCouncilCase(db, actor, id) : null;
    const money = found?.submission && submittedMoney(actor, parts, found.submission);
    if (found && money) items.push({ found, money });
  }
  const seats = await listCouncilSeats(db, actor, meeting.heldOn);
  const paper = agendaPaper({ meeting, items, seats, now }, localeFrom(request, actor.locale));
  return new Response(new Uint8Array(typeset(paperTemplate, paper, now)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": attachmentNamed(`projektraad-${meeting.heldOn}.pdf`),
      "Cache-Control": "private, no-store",
    },
  });
}
