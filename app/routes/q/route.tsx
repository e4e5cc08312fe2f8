import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { PlainFrame } from "#app/components/plain-frame.tsx";
import { withForm } from "#app/http/receive-upload.server.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { qr as area } from "#app/i18n/qr.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { newSecret } from "#db/secrets/secret.ts";
import { mostPhotoBytes } from "#domain/case/photo-type.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { mostReportPhotos, type ReportFault } from "#domain/qr-report.ts";
import { openCode, waitBeforeSending } from "./open-code.server.ts";
import { ReportFields } from "./report-fields.tsx";
import { sendReport, typedIn, type Typed } from "./send-report.server.ts";

export const handle: RouteHandle = { needs: "public", takes: "reportPhotos" };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const words = area[data?.locale ?? "da"].report;
  return [
    { title: data?.place === null ? words.gone.title : words.title },
    { name: "robots", content: "noindex, nofollow" },
  ];
};

/** Of an action's headers only the wait goes on to the page. */
export const headers: HeadersFunction = ({ actionHeaders }): Record<string, string> => {
  const wait = actionHeaders.get("Retry-After");
  return wait ? { "Retry-After": wait } : {};
};

/** What a code on a wall opens: a form for that place, without sign-in. It tells nothing of any case. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeFrom(request);
  const here = new URL(request.url).pathname;
  const code = await openCode(context, params.token, new Date());
  if (!code) return json({ locale, here, place: null, key: "" }, { status: 404 });
  const { label, buildingName, address } = code;
  const place = code.isProtected ? ("protected" as const) : { label, buildingName, address };
  return json({ locale, here, place, key: newSecret() });
}

interface Answer {
  faults: ReportFault[];
  waitMinutes: number;
  typed: Typed;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const now = new Date();
  const code = await openCode(context, params.token, now);
  // The page says why nothing can be sent here; what was sent is read by nobody.
  if (!code) throw redirect(new URL(request.url).pathname, 303);
  const wait = await waitBeforeSending(context, code, now);
  const mostFiles = wait > 0 ? 0 : mostReportPhotos;
  const limits = { mostFileBytes: mostPhotoBytes, mostFiles, mostFieldBytes: 64 * 1024 };
  return withForm(request, limits, async (form) => {
    if (wait > 0) {
      const answer: Answer = {
        faults: ["tooMany"],
        waitMinutes: Math.ceil(wait / 60),
        typed: typedIn(form.fields),
      };
      return json(answer, { status: 429, headers: { "Retry-After": String(wait) } });
    }
    const sent = await sendReport(context, code, form, localeFrom(request), now);
    if (sent.ok) throw redirect(`/follow/${sent.followToken}?sent=1`, 303);
    const answer: Answer = { faults: sent.faults, waitMinutes: 0, typed: sent.typed };
    return json(answer, { status: 422 });
  });
}

export default function Report() {
  const { here, place, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  return (
    <PlainFrame homeTo="/" localeTo="/locale" here={here}>
      <div className="mx-auto max-w-2xl">
        <Page>
          {place === null ? (
            <>
              <h1>{words.report.gone.title}</h1>
              <p>{words.report.gone.text}</p>
            </>
          ) : (
            <>
              <PageHead
                title={words.report.heading}
                above={words.report.here}
                note={<Place place={place} />}
              />
              <Card>
                <ReportFields {...{ answer, newKey: key }} />
              </Card>
            </>
          )}
        </Page>
      </div>
    </PlainFrame>
  );
}

type PlaceShown = "protected" | { label: string; buildingName: string; address: string };

function Place({ place }: { place: PlaceShown }) {
  const words = useWords(area);
  if (place === "protected") return <>{words.report.protectedPlace}</>;
  const { label, buildingName, address } = place;
  return (
    <>
      <strong className="font-semibold text-ink">{label || words.wholeBuilding}</strong>, {buildingName},{" "}
      {address}
    </>
  );
}
