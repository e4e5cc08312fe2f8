import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getFeedByToken } from "#db/queries/lease-date/calendar-feeds.ts";
import { listDates } from "#db/queries/lease-date/list-dates.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import { may } from "#domain/access.ts";
import { addYears, dayAt } from "#domain/day.ts";
import { asksForAction } from "#domain/lease-date/date-level.ts";
import { isFor } from "#domain/lease-date/dates-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { composeCalendar } from "./compose-calendar.ts";

export const handle: RouteHandle = { needs: "public" };

/** Beyond this nobody plans by a calendar; the dates come into it as the years pass. */
const yearsAhead = 5;

const file = /^([\w-]{43})\.ics$/;
const nothingHere = () =>
  new Response("Not found\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });

/**
 * A person's dates for a calendar program, which cannot sign in: the address is the key. What it holds is asked for anew
 * by the rights the person has at that moment; a closed address, a closed account and a lost right all find nothing.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const now = new Date();
  const secret = file.exec(params.file ?? "")?.[1];
  const feed = secret ? await getFeedByToken(context.db, hashSecret(secret), now) : null;
  const actor = feed && (await getActorByAccount(context.db, feed.accountId, now));
  if (!feed || !actor || !may(actor, "leases", "read")) return nothingHere();
  const today = dayAt(now);
  const { dates } = await listDates(context.db, actor, today);
  const last = addYears(today, yearsAhead);
  const wanted = dates.filter(
    (date) =>
      asksForAction(date.kind) &&
      !date.isHandled &&
      date.on <= last &&
      (feed.reach === "all" || isFor(actor.accountId, date)),
  );
  const site = context.publicUrl ?? new URL(request.url).origin;
  const linkTo = (path: string) => new URL(path, site).href;
  const text = composeCalendar({ dates: wanted, locale: feed.locale, today, linkTo });
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  // It may be kept, but is asked after each time: a closed address must be noticed at once.
  const headers = { ETag: etag, "Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex" };
  if (request.headers.get("If-None-Match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...{ ...headers, "Content-Type": "text/calendar; charset=utf-8" },
      "Content-Disposition": 'inline; filename="calendar.ics"',
    },
  });
}
