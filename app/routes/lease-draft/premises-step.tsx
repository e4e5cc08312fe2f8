import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { leaseDraft as area } from "#app/i18n/lease-draft.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { FloorChoice } from "./floor-choice.tsx";
import type { DraftPage } from "./load-draft.server.ts";
import { StepForm, useFaultsOf } from "./step-form.tsx";

/** What the lease covers: whole spaces, or m² of an undivided floor, each perhaps with days of its own. */
export function PremisesStep(page: DraftPage) {
  const words = useWords(area);
  const { draft, search } = page;
  return (
    <>
      <StepForm draft={draft} step="premises">
        <Chosen {...page} />
      </StepForm>
      <Card title={words.findBuilding}>
        <Form method="get" className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="step" value="premises" />
          <TextField {...{ label: words.findHint, name: "q", type: "search", defaultValue: search.q }} />
          <Button type="submit">{words.find}</Button>
        </Form>
        {search.q !== "" && search.found.length === 0 && search.building === null && (
          <p className="mt-3 text-ink-soft">{words.nothingFound}</p>
        )}
        <ul className="mt-3 flex flex-col gap-1">
          {search.found.map(({ id, name, address }) => (
            <li key={id}>
              <Link
                to={`/leases/drafts/${draft.id}?step=premises&q=${encodeURIComponent(search.q)}&building=${id}`}
                className="text-link inline-block min-h-6"
              >
                {name}
              </Link>{" "}
              <span className="text-ink-soft">{address}</span>
            </li>
          ))}
        </ul>
      </Card>
      {search.building && <FloorChoice {...page} building={search.building} />}
    </>
  );
}

function Chosen(page: DraftPage) {
  const words = useWords(area);
  const format = useFormats();
  const faultsOf = useFaultsOf(page);
  const { form } = page.draft;
  const whole = faultsOf("premises");
  return (
    <Card title={words.chosen}>
      {form.premises.length === 0 && (
        <p className={whole ? "font-medium text-bad" : "text-ink-soft"}>{words.noChosen}</p>
      )}
      <ul className="flex flex-col gap-4">
        {form.premises.map((one, index) => {
          const name = page.premises[index]!;
          const field = (key: string) => `premises.${index}.${key}`;
          const place = name.space ?? words.floor(name.level ?? 0);
          const wrong = [
            ...(faultsOf(field("spaceId")) ?? []),
            ...(one.spaceId ? (faultsOf(field("areaM2")) ?? []) : []),
          ];
          return (
            <li key={`${one.spaceId}${one.floorId}`} className="border-b border-line pb-4 last:border-b-0">
              <p className="font-semibold">
                {words.premiseOf(name.building, place)}
                {name.areaM2 !== null && <span className="font-normal"> · {format.areaM2(name.areaM2)}</span>}
              </p>
              {wrong.length > 0 && <p className="font-medium text-bad">{wrong.join(" ")}</p>}
              <div className="mt-2 flex flex-wrap items-end gap-3">
                {one.spaceId === "" && (
                  <TextField
                    {...{ label: words.area, unit: "m²", name: field("areaM2"), defaultValue: one.areaM2 }}
                    errors={faultsOf(field("areaM2"))}
                  />
                )}
                <TextField
                  {...{ label: words.from, name: field("from"), defaultValue: one.from, isOptional: true }}
                  {...{ type: "date", errors: faultsOf(field("from")) }}
                />
                <TextField
                  {...{ label: words.to, name: field("to"), defaultValue: one.to, isOptional: true }}
                  {...{ type: "date", errors: faultsOf(field("to")) }}
                />
                <Checkbox label={words.removeOne} name={field("remove")} />
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
