import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { LinkPage } from "#app/components/link-page.tsx";
import { Form } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { ScoreFieldset } from "#app/components/score-fieldset.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { mayUseLink } from "#app/http/limit-links.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { opinion } from "#app/i18n/opinion.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { answerOpinion } from "#db/commands/opinion/answer-opinion.ts";
import { getInvitation, type Invitation } from "#db/queries/opinion/get-invitation.ts";
import { readMailLink } from "#db/secrets/mail-link.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { OpinionForm } from "#domain/opinion/opinion-form.ts";
import { questions } from "#domain/opinion/opinion-results.ts";

export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  const words = opinion[page?.locale ?? "da"];
  return [{ title: page?.invitation ? words.answerForm.title(page.invitation.year) : words.goneTitle }];
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = readMailLink(context.signingSecret, "opinion", params.token);
  const invitation = link && (await getInvitation(context.db, link.subjectId));
  const today = dayAt(new Date());
  const isClosed = invitation !== null && (today < invitation.opensOn || today > invitation.closesOn);
  return json({ locale: localeFrom(request), invitation, isClosed }, invitation ? 200 : 404);
}

interface Outcome {
  fault: "gone" | "tooMany" | "closed" | "missing" | null;
  /** Which questions have no answer yet. */
  faults: string[];
  typed: Record<string, string>;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const now = new Date();
  const typed = Object.fromEntries(await request.formData()) as Record<string, string>;
  const outcome = (fault: Outcome["fault"], status: number, faults: string[] = []) =>
    json<Outcome>({ fault, faults, typed }, status);
  if (!(await mayUseLink(context, "opinion", now))) return outcome("tooMany", 429);
  const link = readMailLink(context.signingSecret, "opinion", params.token);
  if (!link) return outcome("gone", 404);
  const parsed = OpinionForm.safeParse(typed);
  if (!parsed.success)
    return outcome(
      "missing",
      422,
      parsed.error.issues.map(({ path }) => String(path[0])),
    );
  const result = await answerOpinion(context.db, link.subjectId, parsed.data, { today: dayAt(now), now });
  return result.ok ? outcome(null, 200) : outcome("closed", 422);
}

export default function Opinion() {
  const { invitation, isClosed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(opinion);
  if (!invitation)
    return (
      <LinkPage title={words.goneTitle} here="/">
        <Notice status="attention">{words.gone}</Notice>
      </LinkPage>
    );
  const isOver = isClosed || answer?.fault === "closed";
  return (
    <LinkPage title={words.answerForm.title(invitation.year)} here="/">
      {answer?.fault === null && <Notice status="good">{words.answerForm.thanks}</Notice>}
      {answer?.fault === "tooMany" && <Notice status="bad">{words.tooMany}</Notice>}
      {isOver && <Notice status="attention">{words.answerForm.closed}</Notice>}
      {!isOver && answer?.fault !== null && <Questions invitation={invitation} answer={answer ?? null} />}
    </LinkPage>
  );
}

function Questions({ invitation, answer }: { invitation: Invitation; answer: Outcome | null }) {
  const words = useWords(opinion);
  const format = useFormats();
  const { answeredAt, closesOn } = invitation;
  const chosenOf = (question: (typeof questions)[number]): number | null => {
    const typed = answer?.typed[question];
    if (typed !== undefined) return Number(typed);
    return answeredAt ? (invitation[question] ?? 0) : null;
  };
  return (
    <Card>
      <Form method="post" className="flex flex-col gap-5">
        <div>
          <p className="text-ink-soft">{words.answerForm.closes(format.day(closesOn))}</p>
          {answeredAt && <p>{words.answerForm.answered(format.dateTime(answeredAt))}</p>}
          <p className="pt-2 font-semibold">{words.answerForm.lead}</p>
        </div>
        {questions.map((question) => (
          <ScoreFieldset
            key={question}
            legend={words.questions[question]}
            name={question}
            chosen={chosenOf(question)}
            hasNoOpinion
            error={answer?.faults.includes(question) ? words.answerForm.missing : null}
          />
        ))}
        <TextArea
          label={words.comment}
          name="comment"
          isOptional
          maxLength={2000}
          defaultValue={answer?.typed.comment ?? invitation.comment}
          errors={answer?.faults.includes("comment") ? [words.answerForm.tooLong] : null}
        />
        <p className="text-sm text-ink-soft">{words.answerForm.kept}</p>
        <Button type="submit" look="primary" className="self-start">
          {words.answerForm.send}
        </Button>
      </Form>
    </Card>
  );
}
