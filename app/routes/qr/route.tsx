import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Printer, QrCode } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { qr as area } from "#app/i18n/qr.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listCodeBuildings } from "#db/queries/qr/list-code-buildings.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { BuildingFinder } from "./building-finder.tsx";
import { changeCodes } from "./change-codes.server.ts";
import { loadPlaces, type PlacesWithTokens } from "./load-places.server.ts";
import { PlaceLine } from "./place-line.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const params = new URL(request.url).searchParams;
  const locale = localeFrom(request, actor.locale);
  const text = (params.get("q") ?? "").trim().slice(0, 100);
  const chosen = params.get("building");
  if (chosen === null) {
    const found = await listCodeBuildings(context.db, actor, text);
    const only = found.items.length === 1 && !text ? found.items[0]!.id : null;
    if (only) throw redirect(`/qr?building=${only}`);
    return { locale, text, found, building: null, was: null };
  }
  const building = isId(chosen) ? await loadPlaces(context, actor, chosen, new Date()) : null;
  if (!building) throw problem(404);
  const was = { what: params.get("was"), count: Number(params.get("count") ?? 0) };
  return { locale, text, found: null, building, was };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const buildingId = new URL(request.url).searchParams.get("building");
  const change = await changeCodes(context.db, actor, buildingId, await request.formData(), new Date());
  if (!change.ok) return json({ fault: change.fault }, { status: 422 });
  return redirect(`/qr?building=${buildingId}&was=${change.was}&count=${change.count}`, 303);
}

export default function QrCodes() {
  const { text, found, building, was } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>()?.fault;
  const words = useWords(area);
  if (!building)
    return (
      <Page>
        <PageHead title={words.title} note={words.lead} />
        <BuildingFinder text={text} items={found!.items} total={found!.total} />
      </Page>
    );
  const { made, renewed, revoked } = words.was;
  const said = was?.what === "made" ? made(was.count) : was?.what === "renewed" ? renewed : null;
  return (
    <Page>
      <PageHead
        title={building.name}
        note={building.address}
        above={
          <Link to="/qr" className="text-link">
            {words.back}
          </Link>
        }
        tools={
          building.places.some(({ code }) => code) && (
            <LinkButton to={`/qr/sheet?building=${building.id}`} icon={Printer}>
              {words.print}
            </LinkButton>
          )
        }
      />
      {fault && <Notice status="bad">{words.faults[fault]}</Notice>}
      {!fault && said && <Notice status="good">{said}</Notice>}
      {!fault && was?.what === "revoked" && <Notice status="attention">{revoked}</Notice>}
      <PlacesCard building={building as PlacesWithTokens} />
    </Page>
  );
}

const formId = "make-codes";

function PlacesCard({ building }: { building: PlacesWithTokens }) {
  const words = useWords(area);
  const { places } = building;
  const hasMissing = places.some(({ code }) => !code);
  return (
    <Card title={words.places} isFlush>
      <p className="px-4 pb-3 text-sm text-ink-soft">
        {places.length === 0 ? words.noPlaces : words.placesNote}
      </p>
      <ul className="border-t border-line">
        {places.map((place) => (
          <PlaceLine key={place.spaceId ?? "building"} {...{ place, formId }} buildingId={building.id} />
        ))}
      </ul>
      {hasMissing && (
        <Form
          id={formId}
          method="post"
          className="sticky bottom-0 border-t border-line bg-surface p-4 max-md:bottom-14"
        >
          <Button type="submit" name="intent" value="make" look="primary" icon={QrCode}>
            {words.make}
          </Button>
        </Form>
      )}
    </Card>
  );
}
