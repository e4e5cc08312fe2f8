import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { building as buildingArea } from "#app/i18n/building.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { qr as area } from "#app/i18n/qr.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { wordsIn } from "#app/i18n/words.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { loadPlaces } from "../qr/load-places.server.ts";
import { placeName } from "../qr/place-name.ts";
import { PrintButton } from "./print-button.tsx";
import { SheetCard } from "./sheet-card.tsx";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].sheet.title },
];

/** The codes of a building (all of the actor's, or those named) as they are printed: `?building=…&code=…`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const { searchParams, origin } = new URL(request.url);
  const id = searchParams.get("building");
  const building = isId(id) ? await loadPlaces(context, actor, id, new Date()) : null;
  if (!building) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  // What hangs on the wall is in the language of the house, whoever prints it.
  const words = { qr: wordsIn(area, "da"), floors: wordsIn(buildingArea, "da").areas };
  const wanted = searchParams.getAll("code");
  const codes = building.places.flatMap((place) =>
    place.code && (wanted.length === 0 || wanted.includes(place.code.id))
      ? [
          {
            address: `${context.publicUrl ?? origin}/q/${place.code.token}`.replace(/([^:])\/\//, "$1/"),
            place: placeName(place, words),
          },
        ]
      : [],
  );
  // A sheet is seen by strangers too: of a protected place it tells the room alone.
  return { locale, id: building.id, name: building.isProtected ? "" : building.name, codes };
}

export default function QrSheet() {
  const { id, name, codes } = useLoaderData<typeof loader>();
  const words = useWords(area).sheet;
  return (
    <main className="min-h-dvh bg-white p-4 text-black md:p-6 print:p-0">
      <div className="screen-only mb-6 flex flex-wrap items-center justify-between gap-3">
        <div>
          <Link to={`/qr?building=${id}`} className="text-link text-sm">
            {words.back}
          </Link>
          <h1>{words.title}</h1>
          <p>
            {codes.length === 0
              ? words.none
              : `${name && `${name}: `}${words.note(codes.length)}. ${words.print}`}
          </p>
        </div>
        {codes.length > 0 && <PrintButton>{words.printNow}</PrintButton>}
      </div>
      <ul className="mx-auto grid max-w-[190mm] gap-[4mm] sm:grid-cols-2 print:grid-cols-2">
        {codes.map((code) => (
          <SheetCard key={code.address} name={name} {...code} />
        ))}
      </ul>
    </main>
  );
}
