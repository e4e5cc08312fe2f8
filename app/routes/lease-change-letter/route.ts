import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { formatsIn } from "#app/i18n/format.ts";
import { leaseLife } from "#app/i18n/lease-life.ts";
import { letterTemplate } from "#app/server/pdf/letter-template.ts";
import { typeset } from "#app/server/pdf/typeset.server.ts";
import { getLeaseLife } from "#db/queries/lease/get-lease-life.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import { addDays, dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

const subjects = {
  terminate: "Bekræftelse af opsigelse",
  extend: "Forlængelse af lejemål",
  renegotiate: "Nye vilkår for lejemål",
  premises: "Ændring af lokaler",
  moveIn: "Indflytning",
  moveOut: "Fraflytning",
};

/** The letter of a change, in Danish whatever the reader's language: it goes to the other party. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const id = isId(params.id) ? params.id : null;
  const lease = id && (await getLease(context.db, actor, id));
  const life = id && (await getLeaseLife(context.db, actor, id));
  const change = life ? life.changes.find(({ number }) => String(number) === params.number) : null;
  if (!lease || !life || !change || change.state === "undone") throw problem(404);
  const now = new Date();
  const format = formatsIn("da");
  const { steps } = leaseLife.da;
  const other = life.parties.find(
    ({ role }) => role === (lease.kind === "thirdPartyIn" ? "landlord" : "tenant"),
  );
  const ends = change.kind === "terminate" || change.kind === "moveOut";
  const data = {
    title: `${subjects[change.kind]} – lejemål ${lease.number}`,
    to: [other?.name ?? lease.party, other?.contact ?? "", other?.mail ?? ""].filter(Boolean),
    place: `København, ${format.day(dayAt(now))}`,
    facts: [
      ["Lejemål", lease.number],
      ["Lokaler", lease.buildings.map(({ name }) => name).join(", ")],
      ["Modtaget", format.day(change.receivedOn)],
      [
        ends ? "Sidste dag" : "Gælder fra",
        format.day(ends ? addDays(change.effectiveOn, -1) : change.effectiveOn),
      ],
      ...change.steps.map(({ key, dueOn }) => [steps[key] ?? key, `senest ${format.day(dueOn)}`]),
    ],
    text: [`Begrundelse: ${change.reason}`, "Skriv til os, hvis noget ikke stemmer med jeres aftale."],
    from: ["Med venlig hilsen", "Københavns Ejendomme", "Udlejningsteamet"],
  };
  return new Response(new Uint8Array(typeset(letterTemplate, data, now)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": attachmentNamed(`${lease.number}-${change.number}.pdf`),
      "Cache-Control": "private, no-store",
    },
  });
}
