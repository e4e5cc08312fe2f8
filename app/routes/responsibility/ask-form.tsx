import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import type { ItemNames } from "#app/components/responsibility/name-rule.ts";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { causes, itemLocations, responsibilityTenures } from "#domain/responsibility/terms.ts";
import type { Asked } from "./ask-what-if.server.ts";

type AskFormProps = {
  asked: Asked;
  names: ItemNames;
  administrations: readonly { id: string; name: string }[];
  /** What the rest of the page is set to, to be kept. */
  kept: Record<string, string>;
};

/** The question: what, where, why, how it is held, and for whom. */
export function AskForm({ asked, names, administrations, kept }: AskFormProps) {
  const words = useWords(responsibility);
  const { ask } = words;
  const among = <Term extends string>(terms: readonly Term[], of: Record<Term, string>) =>
    terms.map((term) => ({ value: term, label: of[term] }));
  return (
    <Form
      method="get"
      action="/responsibility"
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3"
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        label={ask.item}
        name="item"
        defaultValue={asked.itemCode ?? "window"}
        options={Object.entries(names).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        label={ask.location}
        name="location"
        none={ask.usualLocation}
        defaultValue={asked.location ?? ""}
        options={among(itemLocations, words.locations)}
      />
      <SelectField
        label={ask.cause}
        name="cause"
        defaultValue={asked.cause ?? "wear"}
        options={among(causes, words.causes)}
      />
      <SelectField
        label={ask.tenure}
        name="tenure"
        defaultValue={asked.tenure ?? "own"}
        options={among(responsibilityTenures, words.tenures)}
      />
      <SelectField
        label={ask.administration}
        name="administration"
        none={ask.noAdministration}
        defaultValue={asked.administrationId ?? ""}
        options={administrations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={ask.lease}
        isOptional
        name="lease"
        defaultValue={asked.lease}
        maxLength={60}
        autoComplete="off"
      />
      <Button type="submit" look="primary" className="justify-self-start">
        {ask.submit}
      </Button>
    </Form>
  );
}
