import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useReport as area } from "#app/i18n/use-report.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { reportUse } from "#db/commands/use/report-use.ts";
import { getReportPlace, listReportPlaces } from "#db/queries/use/list-report-places.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readUseReport, type ReportFaults, type TypedReport } from "#domain/use/use-report.ts";
import { PlaceList } from "./place-list.tsx";
import { ReportFields } from "./report-fields.tsx";
import { useKeptForm } from "./use-kept-form.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const params = new URL(request.url).searchParams;
  const [unitId, buildingId] = [params.get("unit"), params.get("building")];
  const today = dayAt(new Date());
  const locale = localeFrom(request, actor.locale);
  const q = (params.get("q") ?? "").trim().slice(0, 100);
  const isSent = params.get("was") === "sent";
  if (!isId(unitId) || !isId(buildingId)) {
    const places = await listReportPlaces(context.db, actor, today, q);
    // Whoever has one house alone is asked about that one.
    const [only] = places;
    if (only && places.length === 1 && q === "" && !isSent)
      throw redirect(`/use/report?unit=${only.unitId}&building=${only.buildingId}`);
    return { locale, q, isSent, places, place: null };
  }
  const place = await getReportPlace(context.db, actor, { unitId, buildingId }, today);
  if (!place) throw problem(404);
  return { locale, q, isSent, places: null, place };
}

type Answer = { typed: TypedReport; faults: ReportFaults; isNotYours: boolean };

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const data = await request.formData();
  const typed: TypedReport = {};
  for (const [field, value] of data) if (typeof value === "string") typed[field] = value.slice(0, 40);
  const read = readUseReport(typed);
  if (!read.ok) return json<Answer>({ typed, faults: read.faults, isNotYours: false }, 422);
  const told = await reportUse(context.db, actor, read.report, new Date());
  if (!told.ok) return json<Answer>({ typed, faults: [], isNotYours: true }, 422);
  return redirect(`/use/report?unit=${read.report.unitId}&building=${read.report.buildingId}&was=sent`, 303);
}

export default function UseReportPage() {
  const { q, isSent, places, place } = useLoaderData<typeof loader>();
  const words = useWords(area);
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead}
        above={
          place && (
            <Link to="/use/report?q=" className="text-link inline-flex min-h-6 items-center">
              {words.other}
            </Link>
          )
        }
      />
      {isSent && <Notice status="good">{words.saved}</Notice>}
      {places && <PlaceList places={places} q={q} />}
      {place && <ReportForm key={`${place.unitId} ${place.buildingId}`} place={place} isSent={isSent} />}
    </Page>
  );
}

type Place = NonNullable<Awaited<ReturnType<typeof getReportPlace>>>;

function ReportForm({ place, isSent }: { place: Place; isSent: boolean }) {
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const form = useKeptForm(`${place.unitId}:${place.buildingId}`, isSent && !answer);
  const usual: TypedReport = {
    ...{ places: place.places === null ? "" : String(place.places), holiday: "60", summer: "50" },
  };
  const nameOf = (field: string): string => {
    const [, weekday, part] = /^d(\d)-(\w+)$/.exec(field) ?? [];
    if (weekday && part)
      return `${words.weekdays[Number(weekday) - 1]} ${words.parts[part as keyof typeof words.parts]}`;
    return { places: words.places, holiday: words.holiday, summer: words.summer }[field] ?? words.title;
  };
  const errors = [
    ...(answer?.isNotYours ? [{ message: words.notYours }] : []),
    ...(answer?.faults ?? []).map(({ field, fault }) => ({
      message: words.at(nameOf(field), words.faults[fault]),
      fieldId: field,
    })),
  ];
  return (
    <Card title={place.buildingName}>
      <p className="pb-4 text-ink-soft">
        {place.unitName} · {place.address}
      </p>
      <Form method="post" ref={form} className="flex flex-col gap-6" noValidate>
        <FormErrors errors={errors} />
        <input type="hidden" name="unit" value={place.unitId} />
        <input type="hidden" name="building" value={place.buildingId} />
        <ReportFields typed={answer?.typed ?? usual} faults={answer?.faults ?? []} />
        <div className="flex flex-col gap-2">
          <Button type="submit" look="primary" className="min-h-12 w-full text-lg sm:w-fit">
            {words.submit}
          </Button>
          <p className="text-sm text-ink-soft">{words.draft}</p>
        </div>
      </Form>
    </Card>
  );
}
