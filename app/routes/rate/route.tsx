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
import { useWords } from "#app/i18n/use-words.tsx";
import { rateByMail } from "#db/commands/case/rate-by-mail.ts";
import { readMailLink } from "#db/secrets/mail-link.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: opinion[page?.locale ?? "da"].rate.title },
];

const scoreIn = (text: unknown): number | null => (/^[1-5]$/.test(String(text)) ? Number(text) : null);

/** The score in the address is chosen from the start; nothing is kept before the form is sent. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = readMailLink(context.signingSecret, "rating", params.token);
  const score = scoreIn(new URL(request.url).searchParams.get("score"));
  return json({ locale: localeFrom(request), isKnown: link !== null, score }, link ? 200 : 404);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const now = new Date();
  const link = readMailLink(context.signingSecret, "rating", params.token);
  const form = await request.formData();
  const score = scoreIn(form.get("score"));
  const comment = String(form.get("comment") ?? "")
    .trim()
    .slice(0, 2000);
  const answer = (fault: "gone" | "tooMany" | "missing" | "tooEarly" | null, status: number, number = "") =>
    json({ fault, number, comment }, status);
  if (!(await mayUseLink(context, "rate", now))) return answer("tooMany", 429);
  if (!link) return answer("gone", 404);
  if (score === null) return answer("missing", 422);
  const rating = { caseId: link.subjectId, accountId: link.accountId, score, comment };
  const result = await rateByMail(context.db, rating, now);
  if (result.ok) return answer(null, 200, result.value.number);
  return result.refusal === "tooEarly" ? answer("tooEarly", 422) : answer("gone", 404);
}

export default function Rate() {
  const { isKnown, score } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(opinion);
  const fault = isKnown ? answer?.fault : "gone";
  return (
    <LinkPage title={words.rate.title} here="/">
      {answer && answer.fault === null && <Notice status="good">{words.rate.thanks(answer.number)}</Notice>}
      {fault === "gone" && (
        <Notice status="attention" title={words.goneTitle}>
          {words.gone}
        </Notice>
      )}
      {fault === "tooMany" && <Notice status="bad">{words.tooMany}</Notice>}
      {fault === "tooEarly" && <Notice status="attention">{words.rate.tooEarly}</Notice>}
      {isKnown && answer?.fault !== null && fault !== "tooEarly" && (
        <Card>
          <Form method="post" className="flex flex-col gap-4">
            <ScoreFieldset
              legend={words.rate.lead}
              name="score"
              chosen={score}
              error={fault === "missing" ? words.rate.missing : null}
            />
            <TextArea
              label={words.comment}
              name="comment"
              isOptional
              maxLength={2000}
              defaultValue={answer?.comment}
            />
            <Button type="submit" look="primary" className="self-start">
              {words.rate.send}
            </Button>
          </Form>
        </Card>
      )}
    </LinkPage>
  );
}
