import { Badge } from "#app/components/badge.tsx";
import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { SelectField, type Option } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { council as area } from "#app/i18n/council.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CouncilSeat } from "#db/queries/council/council-parts.ts";
import type { CouncilListed, CouncilMeeting } from "#db/queries/council/list-council.ts";

type MembersProps = { seats: readonly CouncilSeat[]; accounts: readonly Option[]; maySeat: boolean };

/** Who sits in the council and who stands in; an administrator names them. */
export function MembersCard({ seats, accounts, maySeat }: MembersProps) {
  const words = useWords(area).members;
  return (
    <Card title={words.title}>
      {seats.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col gap-2">
        {seats.map(({ id, name, seat, deputyName }) => (
          <li key={id}>
            <span className="font-medium">{name}</span>{" "}
            <Badge status={seat === "chair" ? "info" : "neutral"}>{words[seat]}</Badge>
            {deputyName && <span className="block text-sm text-ink-soft">{words.deputy(deputyName)}</span>}
          </li>
        ))}
      </ul>
      {maySeat && (
        <details className="mt-4 border-t border-line pt-4">
          <summary className={buttonClass("secondary", true)}>{words.name}</summary>
          <Form method="post" className="mt-3 flex flex-col gap-3">
            <SelectField {...{ name: "accountId", label: words.who, options: accounts }} />
            <SelectField
              {...{ name: "deputyAccountId", label: words.stands, none: words.noDeputy, options: accounts }}
            />
            <SelectField
              {...{ name: "seat", label: words.seat }}
              options={(["member", "chair"] as const).map((value) => ({ value, label: words[value] }))}
            />
            <Button type="submit" name="intent" value="seat" className="self-start">
              {words.add}
            </Button>
          </Form>
        </details>
      )}
    </Card>
  );
}

type MeetingsProps = {
  meetings: readonly CouncilMeeting[];
  cases: readonly CouncilListed[];
  maySetMeeting: boolean;
};

/** The meetings, each with its agenda. */
export function MeetingsCard({ meetings, cases, maySetMeeting }: MeetingsProps) {
  const words = useWords(area).meetings;
  const format = useFormats();
  return (
    <Card title={words.title}>
      {meetings.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="flex flex-col gap-1">
        {meetings.map(({ id, heldOn, place }) => (
          <li key={id}>
            <Link to={`/council/agenda/${id}`} className="text-link inline-block min-h-6">
              {words.agenda(format.day(heldOn))}
            </Link>
            <span className="text-sm text-ink-soft">
              {" "}
              {[place, words.items(format.number(cases.filter((one) => one.meetingId === id).length))]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {maySetMeeting && (
        <Form method="post" className="mt-4 flex flex-wrap items-end gap-3 border-t border-line pt-4">
          <TextField {...{ name: "heldOn", type: "date", label: words.heldOn, required: true }} />
          <TextField {...{ name: "place", label: words.place, isOptional: true, maxLength: 200 }} />
          <Button type="submit" name="intent" value="meeting">
            {words.add}
          </Button>
        </Form>
      )}
    </Card>
  );
}
