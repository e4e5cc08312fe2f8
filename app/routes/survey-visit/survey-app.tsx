import { ClipboardCheck } from "lucide-react";
import { useEffect, useState } from "react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LinkNotice } from "#app/components/link-notice.tsx";
import { surveyVisit as area } from "#app/i18n/survey-visit.ts";
import { work } from "#app/i18n/work.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { ExpectedVisit } from "#domain/survey/expected-visit.ts";
import type { SurveyPack } from "#domain/survey/survey-pack.ts";
import { useLeaving } from "../work/use-leaving.ts";
import { SignedList } from "./signed-list.tsx";
import { useSurveys } from "./use-surveys.ts";
import { VisitSheet } from "./visit-sheet.tsx";

/** The list of all. */
const all = "#all";

/** The building that the address names after its #; a reload without network keeps it. */
function useOpened(): string {
  const [opened, setOpened] = useState("");
  useEffect(() => {
    const read = () => setOpened(location.hash === all ? "" : location.hash.slice(1));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return opened;
}

/** One's own visits: from the server where there is network, else as the phone kept them; one of them open, or the list. */
export function SurveyApp({ initial }: { initial: SurveyPack | null }) {
  const app = useSurveys(initial);
  const words = useWords(area);
  const offline = useWords(work);
  const format = useFormats();
  const { pack, visits, steps, photos, link } = app;
  const opened = useOpened();
  const visit = visits.find(({ buildingId }) => buildingId === opened);
  const signed = pack?.signed.filter(({ buildingId }) => opened === "" || buildingId === opened) ?? [];
  const queued = steps.filter(({ status }) => status === "queued").length + photos.length;
  useLeaving(steps.length + photos.length);
  return (
    <Page>
      <PageHead
        title={visit?.building ?? words.title}
        above={
          opened !== "" && (
            <a href={all} className="text-link inline-block py-1">
              {words.back}
            </a>
          )
        }
        note={visit ? visit.address : pack && offline.asOf(format.dateTime(pack.madeAt))}
        tools={<Button onClick={() => void app.sync()}>{offline.tryNow}</Button>}
      />
      <LinkNotice
        {...{ link, queued }}
        signInTo="/sign-in?to=%2Fsurveys%2Fvisit"
        decide={visits.some(({ needsDecision }) => needsDecision) && words.stuck}
      />
      {visit && <VisitSheet key={visit.buildingId} visit={visit} app={app} />}
      {!visit && opened === "" && <VisitList visits={visits} isKept={pack !== null} />}
      {!visit && <SignedList signed={signed} isOne={opened !== ""} />}
    </Page>
  );
}

function VisitList({ visits, isKept }: { visits: readonly ExpectedVisit[]; isKept: boolean }) {
  const words = useWords(area);
  if (visits.length === 0)
    return (
      <Card>
        <EmptyState icon={ClipboardCheck} title={isKept ? words.none : words.nothingKept}>
          {isKept ? words.noneHint : words.nothingKeptHint}
        </EmptyState>
      </Card>
    );
  return (
    <ul className="flex flex-col gap-2" aria-label={words.title}>
      {visits.map((visit) => (
        <VisitLine key={visit.buildingId} visit={visit} />
      ))}
    </ul>
  );
}

function VisitLine({ visit }: { visit: ExpectedVisit }) {
  const words = useWords(area);
  const format = useFormats();
  const { plannedOn, round, stop, surveyedOn, observations, elements } = visit;
  return (
    <li className="rounded-base border border-line bg-surface">
      <a href={`#${visit.buildingId}`} className="flex flex-col gap-1 p-3 no-underline hover:bg-blue-tint">
        <span className="flex items-baseline justify-between gap-3">
          <span className="font-semibold text-ink">{visit.building}</span>
          {plannedOn && (
            <span className="figures shrink-0 text-sm text-ink-soft">{format.day(plannedOn)}</span>
          )}
        </span>
        <span className="text-ink-soft">{visit.address}</span>
        <span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          {[round, stop !== null && words.stop(stop)].filter(Boolean).join(" · ")}
          <span>{surveyedOn ? words.lastSurvey(format.day(surveyedOn)) : words.never}</span>
          {visit.surveyId && <Badge status="info">{words.seen(observations.size, elements.length)}</Badge>}
          {visit.needsDecision && <Badge status="bad">{words.stuck}</Badge>}
          {!visit.needsDecision && visit.waiting.length > 0 && (
            <Badge status="attention">{words.waiting}</Badge>
          )}
        </span>
      </a>
    </li>
  );
}
