import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { takeSurveyCommand } from "#db/commands/condition/take-survey-command.ts";
import { getSurvey } from "#db/queries/survey/get-survey.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId, newId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { SurveyElements } from "./survey-elements.tsx";
import { SurveyNotices } from "./survey-notices.tsx";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "surveys", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].page.title(data?.survey.building ?? "") },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  if (!isId(params.id)) throw problem(404);
  const survey = await getSurvey(context.db, actor, params.id, dayAt(new Date()));
  if (!survey) throw problem(404);
  const mayAmend = may(actor, "surveys", "write") && survey.signedAt !== null;
  const ids = { commandId: newId(), amendmentId: newId() };
  return { locale: localeFrom(request, actor.locale), survey, mayAmend, ids };
}

/** Begins a survey that amends this one, under ids made with the page: the same form again begins no other. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const form = await request.formData();
  const [commandId, surveyId] = [String(form.get("commandId")), String(form.get("amendmentId"))];
  if (!isId(params.id)) throw problem(404);
  const now = new Date();
  const survey = await getSurvey(context.db, actor, params.id, dayAt(now));
  if (!survey) throw problem(404);
  if (!isId(commandId) || !isId(surveyId)) throw problem(422);
  const { buildingId } = survey;
  const command = {
    kind: "start",
    buildingId,
    visitId: null,
    amendsId: params.id,
    commandId,
    surveyId,
  } as const;
  const answer = await takeSurveyCommand(
    context.db,
    actor,
    { ...command, happenedAt: now.toISOString() },
    now,
  );
  if (answer.refusal) throw problem(answer.refusal === "notAllowed" ? 403 : 409, { detail: answer.refusal });
  return redirect(`/surveys/visit#${buildingId}`);
}

export default function Survey() {
  const { survey, mayAmend, ids } = useLoaderData<typeof loader>();
  const words = useWords(area).page;
  const format = useFormats();
  return (
    <Page>
      <PageHead
        title={words.title(survey.building)}
        note={words.by(format.day(survey.surveyedOn), survey.surveyor ?? survey.source)}
        tools={<LinkButton to={`/buildings/${survey.buildingId}#condition`}>{words.building}</LinkButton>}
      />
      <SurveyNotices survey={survey} />
      {survey.note && <p className="max-w-prose break-words whitespace-pre-line">{survey.note}</p>}
      <SurveyElements elements={survey.elements} />
      {mayAmend && (
        <Card title={words.amend} className="screen-only">
          <Form method="post" className="flex flex-col gap-3">
            <p>{words.amendHint}</p>
            <input type="hidden" name="commandId" value={ids.commandId} />
            <input type="hidden" name="amendmentId" value={ids.amendmentId} />
            <Button type="submit" className="self-start">
              {words.amend}
            </Button>
          </Form>
        </Card>
      )}
    </Page>
  );
}
