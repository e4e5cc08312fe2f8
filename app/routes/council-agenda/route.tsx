import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { council as area } from "#app/i18n/council.ts";
import { councilPaper } from "#app/i18n/council-paper.ts";
import { formatsIn } from "#app/i18n/format.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listCouncilSeats } from "#db/queries/council/council-parts.ts";
import { listCouncilCases, listCouncilMeetings } from "#db/queries/council/list-council.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { StatusBadge } from "../colocation/status-badge.tsx";
import { PrintButton } from "../qr-sheet/print-button.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const locale = data?.locale ?? "da";
  return [
    {
      title: data
        ? area[locale].agenda.title(formatsIn(locale).day(data.meeting.heldOn))
        : area[locale].title,
    },
  ];
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const meetings = await listCouncilMeetings(context.db, actor);
  const meeting = meetings.find(({ id }) => id === params.meetingId);
  if (!meeting) throw problem(404);
  const cases = await listCouncilCases(context.db, actor);
  return {
    ...{ locale: localeFrom(request, actor.locale), meeting },
    cases: cases.filter((one) => one.meetingId === meeting.id),
    seats: await listCouncilSeats(context.db, actor, meeting.heldOn),
  };
}

export default function CouncilAgenda() {
  const { meeting, cases, seats } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const say = words.agenda;
  const { agendaFile } = useWords(councilPaper);
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={say.title(format.day(meeting.heldOn))}
        note={meeting.place}
        above={
          <Link to="/council" className="text-link">
            {words.title}
          </Link>
        }
        tools={
          <>
            <LinkButton to={`/council/agenda/${meeting.id}/paper`} icon={Download} reloadDocument>
              {agendaFile}
            </LinkButton>
            <PrintButton>{say.print}</PrintButton>
          </>
        }
      />
      <Card>
        {cases.length === 0 && <p className="text-ink-soft">{say.none}</p>}
        <ol className="flex flex-col gap-4">
          {cases.map((one, index) => (
            <li key={one.id} className="keep-together">
              <p className="font-semibold">
                {say.item} {index + 1}:{" "}
                <Link to={`/council/cases/${one.id}`} className="text-link">
                  {one.number} {one.name}
                </Link>{" "}
                <StatusBadge status={one.status} />
              </p>
              <p className="text-sm text-ink-soft">
                {say.round(one.round)} · {words.cases.submitted} {format.day(one.submittedOn)}
              </p>
            </li>
          ))}
        </ol>
      </Card>
      <Card title={say.members}>
        <ul className="ml-5 list-disc">
          {seats.map(({ id, name, seat, deputyName }) => (
            <li key={id}>
              {name}, {words.members[seat].toLowerCase()}
              {deputyName && `. ${words.members.deputy(deputyName)}`}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
