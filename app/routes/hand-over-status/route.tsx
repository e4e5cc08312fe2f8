import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { noteMeeting } from "#db/commands/hand-over/note-meeting.ts";
import {
  listMeetings,
  summariseGathering,
  type GatheringLine,
} from "#db/queries/hand-over/summarise-gathering.ts";
import { writesAll } from "#domain/access.ts";
import { dayAt, parseDay, type Day } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { PrintButton } from "../qr-sheet/print-button.tsx";
import { StatusTable, totalOf } from "./status-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "leases", right: "read" },
  needsToChange: { area: "leases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].statusPage.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const asked = parseDay(new URL(request.url).searchParams.get("on"));
  const on = asked && asked < today ? asked : today;
  const meetings = await listMeetings(context.db, actor);
  const since = meetings.find((day) => day < on) ?? null;
  const [lines, before] = [
    await summariseGathering(context.db, actor, on),
    since ? await summariseGathering(context.db, actor, since) : null,
  ];
  const mayNote = writesAll(actor, "leases");
  return { locale: localeFrom(request, actor.locale), on, today, since, meetings, lines, before, mayNote };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const form = await request.formData();
  const typed = form.get("heldOn");
  const noted = await noteMeeting(context.db, actor, typeof typed === "string" ? typed : "");
  return noted.ok ? redirect("/hand-over/status", 303) : json({ refusal: noted.refusal }, 422);
}

export default function HandOverStatus() {
  const { on, today, since, meetings, lines, before, mayNote } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const say = words.statusPage;
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={say.title}
        note={say.note(format.day(on))}
        above={
          <Link to="/hand-over" className="text-link">
            {words.title}
          </Link>
        }
        tools={
          <Form className="flex flex-wrap items-end gap-2">
            <TextField {...{ name: "on", type: "date", label: say.on, defaultValue: on, max: today }} />
            <Button type="submit">{say.show}</Button>
            <PrintButton>{say.print}</PrintButton>
          </Form>
        }
      />
      <StatusFigures {...{ since, lines, before }} />
      <Card isFlush>
        <StatusTable {...{ lines, before }} />
      </Card>
      <p className="text-sm text-ink-soft">{say.source}</p>
      <MeetingsCard {...{ meetings, mayNote }} refusal={answer?.refusal} />
    </Page>
  );
}

type StatusOf = {
  since: Day | null;
  lines: readonly GatheringLine[];
  before: readonly GatheringLine[] | null;
};

function StatusFigures({ since, lines, before }: StatusOf) {
  const say = useWords(area).statusPage;
  const format = useFormats();
  const total = totalOf(lines);
  const earlier = before && totalOf(before);
  const trend = (now: number, then: number | undefined) =>
    since && then !== undefined
      ? `${say.since(format.day(since))}: ${signed(format.number(now - then), now - then)}`
      : say.noMeeting;
  return (
    <Figures>
      <Figure
        label={say.left}
        value={format.number(total.left)}
        note={trend(total.left, earlier?.left)}
        isLoud
      />
      <Figure
        label={say.leftM2}
        value={format.number(total.leftM2, 0)}
        unit="m²"
        note={trend(Math.round(total.leftM2), earlier ? Math.round(earlier.leftM2) : undefined)}
      />
      <Figure
        label={say.inProgress}
        value={format.number(total.handedOver + total.checking + total.askedBack)}
        note={say.inProgressNote}
      />
      <Figure label={say.takenOver} value={format.number(total.takenOver)} note={say.takenOverNote} />
      <Figure
        label={say.properties}
        value={format.number(total.propertiesTakenOver)}
        note={say.propertiesNote(format.number(total.propertiesOpen))}
      />
    </Figures>
  );
}

type MeetingsProps = {
  meetings: readonly Day[];
  mayNote: boolean;
  refusal: "notAllowed" | "notADay" | undefined;
};

/** The committee's meetings, each with the status of its day; whoever keeps the leases notes the next. */
function MeetingsCard({ meetings, mayNote, refusal }: MeetingsProps) {
  const words = useWords(area);
  const say = words.statusPage;
  const format = useFormats();
  return (
    <div className="screen-only">
      <Card title={say.meetings}>
        <p className="-mt-2 mb-3 text-sm text-ink-soft">{say.meetingsNote}</p>
        {meetings.length === 0 ? (
          <p className="text-ink-soft">{say.noMeetings}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {meetings.map((day) => (
              <li key={day}>
                <Link to={`/hand-over/status?on=${day}`} className="text-link inline-block min-h-6">
                  {format.day(day)}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {mayNote && (
          <Form method="post" className="mt-4 flex items-end gap-3">
            <TextField
              {...{ name: "heldOn", type: "date", label: say.heldOn, required: true }}
              errors={refusal ? [words.refusals[refusal]] : null}
            />
            <Button type="submit">{say.add}</Button>
          </Form>
        )}
      </Card>
    </div>
  );
}

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);
