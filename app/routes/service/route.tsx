import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { catalogue as area } from "#app/i18n/catalogue.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { getService, listServiceVersions } from "#db/queries/catalogue/list-services.ts";
import { listWords } from "#db/queries/catalogue/list-words.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { isOrderable } from "#domain/catalogue/service.ts";
import { nameIn, priceText } from "../catalogue/service-text.ts";
import { ServiceFacts } from "./service-facts.tsx";
import { VersionTable } from "./version-table.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? nameIn(data.service, data.locale) : area.da.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const today = dayAt(new Date());
  const code = params.code ?? "";
  const service = await getService(context.db, actor, code, today);
  if (!service) throw problem(404);
  const [versions, taught] = await Promise.all([
    listServiceVersions(context.db, actor, code),
    listWords(context.db, actor, { serviceCode: code }),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, service, versions },
    terms: taught.items.map(({ term }) => term),
    mayWrite: may(actor, "services", "write"),
    mayOrder:
      may(actor, "cases", "write") &&
      isOrderable({ withdrawnOn: service.withdrawnOn, hasTerms: service.unit !== null }, today),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export default function ServicePage() {
  const { service, versions, today, terms, mayWrite, mayOrder, isSaved } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const locale = useLocale();
  const coming = versions.filter(({ validFrom }) => validFrom > today).at(-1);
  const tools = (
    <>
      {mayOrder && (
        <LinkButton to={`/recurring/new?service=${service.code}`}>{words.page.recurring}</LinkButton>
      )}
      {mayWrite && <LinkButton to={`/catalogue/${service.code}/edit`}>{words.page.edit}</LinkButton>}
    </>
  );
  return (
    <Page>
      <PageHead
        title={nameIn(service, locale)}
        above={<Link to="/catalogue">{words.title}</Link>}
        note={`${words.groups[service.group] ?? ""} · ${service.code}`}
        tools={tools}
      />
      {isSaved && <Notice status="good">{words.page.changed}</Notice>}
      {service.withdrawnOn && (
        <Notice status="attention">{words.withdrawnFrom(format.day(service.withdrawnOn))}</Notice>
      )}
      {coming && (
        <Notice>{words.page.future(format.day(coming.validFrom), priceText(coming, words, format))}</Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={words.page.about}>
          <p>{locale === "da" ? service.descriptionDa : service.descriptionEn}</p>
          <h3 className="pt-4 font-semibold">{words.page.guidance}</h3>
          <p>{locale === "da" ? service.guidanceDa : service.guidanceEn}</p>
        </Card>
        <Card title={words.page.terms}>
          <ServiceFacts service={service} />
        </Card>
      </div>
      <Card title={words.page.versions} isFlush>
        <VersionTable versions={versions} today={today} />
      </Card>
      <WordsCard code={service.code} terms={terms} />
    </Page>
  );
}

/** The words by which people ask for the service. */
function WordsCard({ code, terms }: { code: string; terms: string[] }) {
  const { page } = useWords(area);
  const all = (
    <Link to={`/catalogue/words?target=service:${code}`} className="text-link">
      {page.allWords}
    </Link>
  );
  return (
    <Card title={page.wordsTitle} tools={all}>
      {terms.length === 0 && <p className="text-ink-soft">{page.wordsNone}</p>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
        {terms.map((term, index) => (
          <li key={index}>{term}</li>
        ))}
      </ul>
    </Card>
  );
}
