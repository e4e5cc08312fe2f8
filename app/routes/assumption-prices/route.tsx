import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { assumptions as area } from "#app/i18n/assumptions.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { listIndexMonths, listPriceLines, listPriceLists } from "#db/queries/condition/list-prices.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { FileForm } from "./file-form.tsx";
import { IndexTable, LineTable, ListTable } from "./price-tables.tsx";
import { takeFile, type FileIntent } from "./take-file.server.ts";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "settings", right: "write" },
  takes: "table",
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].prices }];

const mostFileBytes = 2_000_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const { db } = context;
  const params = new URL(request.url).searchParams;
  const today = dayAt(new Date());
  const [lists, months, rentMonths, { types }] = await Promise.all([
    listPriceLists(db, actor),
    listIndexMonths(db, actor, "construction"),
    listIndexMonths(db, actor, "npi"),
    getElementBasis(db, actor, today),
  ]);
  const asked = params.get("list");
  const chosen = lists.find(({ id }) => id === asked) ?? lists.find(({ validFrom }) => validFrom <= today);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, lists, months, rentMonths },
    chosen: chosen?.name ?? null,
    lines: chosen && isId(chosen.id) ? await listPriceLines(db, actor, chosen.id) : [],
    types: types.map(({ code, nameDa, nameEn, unit }) => ({ code, nameDa, nameEn, unit })),
    mayChange: may(actor, "settings", "write"),
    added: params.get("added"),
    isRent: params.get("of") === "rentIndex",
    unpriced: (params.get("unpriced") ?? "").split(",").filter(Boolean),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "settings", "write");
  return withUpload(request, mostFileBytes, async (upload) => {
    const result = await takeFile(context.db, actor, upload, new Date());
    if (!result.ok) return json(result.answer, { status: 422 });
    const { taken } = result;
    const told = new URLSearchParams({ added: taken.intent === "list" ? "list" : String(taken.changed) });
    if (taken.intent === "rentIndex") told.set("of", taken.intent);
    if (taken.intent === "list" && taken.unpriced.length > 0) told.set("unpriced", taken.unpriced.join(","));
    return redirect(`/assumptions/prices?${told}`, 303);
  });
}

export default function PricesPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const { lists, lines, months, rentMonths, types, today, chosen, mayChange, added, unpriced } = page;
  const nameOf = (code: string) => {
    const type = types.find((one) => one.code === code);
    return type ? `${code} ${isDanish ? type.nameDa : type.nameEn}` : code;
  };
  const answerOf = (intent: FileIntent) => (answer?.intent === intent ? answer : null);
  return (
    <Page>
      <PageHead
        title={words.prices}
        above={
          <Link to="/assumptions" className="text-link">
            {words.title}
          </Link>
        }
      />
      {added && !answer && (
        <Notice status="good">
          {added === "list"
            ? words.list.added
            : words[page.isRent ? "rentIndex" : "index"].added(Number(added) || 0)}
        </Notice>
      )}
      {unpriced.length > 0 && !answer && (
        <Notice status="attention">{words.list.unpriced(unpriced.map(nameOf).join(", "))}</Notice>
      )}
      <Card title={words.list.title}>
        <p className="pb-2 text-sm text-ink-soft">{words.list.note}</p>
        <ListTable lists={lists} />
        {mayChange && <FileForm intent="list" today={today} answer={answerOf("list")} />}
        {mayChange && <ElementCodes codes={types.map(({ code, unit }) => `${nameOf(code)} (${unit})`)} />}
      </Card>
      <Card title={words.index.title}>
        <p className="pb-2 text-sm text-ink-soft">{words.index.note}</p>
        <IndexTable months={months} of="index" />
        {mayChange && <FileForm intent="index" today={today} answer={answerOf("index")} />}
      </Card>
      <Card title={words.rentIndex.title}>
        <p className="pb-2 text-sm text-ink-soft">{words.rentIndex.note}</p>
        <IndexTable months={rentMonths} of="rentIndex" />
        {mayChange && <FileForm intent="rentIndex" today={today} answer={answerOf("rentIndex")} />}
      </Card>
      {chosen && (
        <Card title={words.list.shown(chosen)} isFlush>
          <LineTable lines={lines} caption={words.list.shown(chosen)} />
        </Card>
      )}
    </Page>
  );
}

/** What the elements are called in a file, for whoever writes one. */
function ElementCodes({ codes }: { codes: readonly string[] }) {
  const words = useWords(area).list;
  return (
    <details className="screen-only">
      <summary className="text-link inline-flex min-h-6 items-center">{words.elementCodes}</summary>
      <ul className="columns-1 pt-1 text-sm sm:columns-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </details>
  );
}
