import { ExternalLink, Printer } from "lucide-react";
import { Badge } from "#app/components/badge.tsx";
import { Button, buttonClass, LinkButton } from "#app/components/button.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { Form } from "#app/components/link.tsx";
import { building } from "#app/i18n/building.ts";
import { qr as area } from "#app/i18n/qr.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CodePlaceWithToken } from "./load-places.server.ts";
import { placeName } from "./place-name.ts";

type Props = { place: CodePlaceWithToken; buildingId: string; formId: string };

/** One place: a box to choose it where it has no code, else the code and what can be done with it. */
export function PlaceLine({ place, buildingId, formId }: Props) {
  const words = useWords(area);
  const format = useFormats();
  const name = placeName(place, { qr: words, floors: useWords(building).areas });
  const { code } = place;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-56">
        {code ? (
          <p className="font-medium">{name}</p>
        ) : (
          <Checkbox form={formId} name="place" value={place.spaceId ?? "building"} label={name} />
        )}
        {place.unitName && <p className="text-sm text-ink-soft">{place.unitName}</p>}
      </div>
      {code ? (
        <>
          <Badge status="good">{words.hangsSince(format.day(code.hangsSince))}</Badge>
          <div className="flex flex-wrap gap-1">
            <LinkButton
              {...{ to: `/q/${code.token}`, look: "plain", icon: ExternalLink, isCompact: true }}
              reloadDocument
              target="_blank"
            >
              {words.test}
            </LinkButton>
            <LinkButton
              {...{ to: `/qr/sheet?building=${buildingId}&code=${code.id}`, look: "plain", icon: Printer }}
              isCompact
              aria-label={words.printOne(name)}
            >
              {words.printShort}
            </LinkButton>
            <Asked {...{ code: code.id, intent: "renew", name, look: "plain" }} />
            <Asked {...{ code: code.id, intent: "revoke", name, look: "plain" }} />
          </div>
        </>
      ) : (
        <Badge>{words.hasNone}</Badge>
      )}
    </li>
  );
}

/** Asks once, and works before any script: the question is folded behind the word. */
function Asked({ code, intent, name }: { code: string; intent: "renew" | "revoke"; name: string }) {
  const words = useWords(area);
  return (
    <details className="relative">
      <summary className={buttonClass("plain", true)} aria-label={words[`${intent}Of`](name)}>
        {words[intent]}
      </summary>
      <Form
        method="post"
        className="absolute right-0 z-20 mt-1 flex w-64 flex-col items-start gap-2 rounded-base border border-line bg-surface p-3 shadow-base"
      >
        <p className="text-sm">{words[`${intent}Ask`]}</p>
        <input type="hidden" name="code" value={code} />
        <Button type="submit" name="intent" value={intent} look="danger" isCompact>
          {words[`${intent}Do`]}
        </Button>
      </Form>
    </details>
  );
}
