import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { catalogue as area } from "#app/i18n/catalogue.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listWords, listWordTargets } from "#db/queries/catalogue/list-words.ts";
import { suggestServices } from "#db/queries/catalogue/suggest-services.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { targetKey } from "#domain/suggestion/rank-suggestions.ts";
import { readSigns } from "#domain/suggestion/read-signs.ts";
import { changeWords } from "./change-words.ts";
import { TeachCard } from "./teach-card.tsx";
import { TryCard } from "./try-card.tsx";
import { WordList } from "./word-list.tsx";

export const handle: RouteHandle = {
  needs: { area: "services", right: "read" },
  needsToChange: { area: "services", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].wordsPage.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const params = new URL(request.url).searchParams;
  const part = (name: string, most = 100) => (params.get(name) ?? "").trim().slice(0, most);
  const [text, target, q] = [part("text", 1000), part("target"), part("q")];
  const [kind, code] = target.split(":");
  const [words, targets, suggestions] = await Promise.all([
    listWords(context.db, actor, {
      ...(kind === "item" && { itemCode: code }),
      ...(kind === "service" && { serviceCode: code }),
      text: q,
    }),
    listWordTargets(context.db, actor),
    text === "" ? [] : suggestServices(context.db, actor.organisationId, text, { on: dayAt(new Date()) }),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), text, target, q, words, targets },
    suggestions: suggestions.map((one) => ({ key: targetKey(one), score: one.score })),
    ...{ signs: readSigns(text), mayWrite: may(actor, "services", "write"), was: params.get("was") },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  return changeWords(context.db, actor, await request.formData());
}

export default function CatalogueWords() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const { faults, refusals, title, note, taught, forgotten } = words.wordsPage;
  const errors = answer
    ? [
        ...(answer.refusal ? [{ message: refusals[answer.refusal] }] : []),
        ...answer.faults.map((fault) => ({ message: faults[fault] ?? fault, fieldId: `word-${fault}` })),
      ]
    : [];
  return (
    <Page>
      <PageHead title={title} above={<Link to="/catalogue">{words.title}</Link>} note={note} />
      <FormErrors errors={errors} />
      {!answer && page.was === "taught" && <Notice status="good">{taught}</Notice>}
      {!answer && page.was === "forgotten" && <Notice status="good">{forgotten}</Notice>}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <TryCard {...page} />
        {page.mayWrite && <TeachCard targets={page.targets} answer={answer} />}
      </div>
      <WordList {...page} />
    </Page>
  );
}
