import { Button, buttonClass } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { benefits as area } from "#app/i18n/benefits.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { benefitKinds } from "#domain/council/benefit.ts";
import type { CouncilAnswer } from "./act.server.ts";

type AddProps = {
  answer: CouncilAnswer | undefined;
  administrations: readonly { id: string; name: string }[];
  year: number;
};

/** A line of what the case promises: who owns it, how much a year, and what secures it. */
export function AddBenefit({ answer, administrations, year }: AddProps) {
  const words = useWords(area);
  const say = words.add;
  const mine = answer?.intent === "benefit" ? answer : null;
  const field = (name: string, fallback = "") => ({
    ...{ id: name, name, defaultValue: mine?.typed[name] ?? fallback },
    errors: mine?.faults.includes(name) ? [words.faults[name] ?? name] : null,
  });
  return (
    <Card>
      <details open={mine !== null}>
        <summary className={buttonClass("secondary")}>{say.title}</summary>
        <Form method="post" noValidate className="mt-4 grid items-start gap-3 sm:grid-cols-2">
          <TextField {...field("label")} label={say.label} maxLength={200} className="sm:col-span-2" />
          <SelectField
            {...field("administrationId")}
            {...{ label: say.administration, none: words.several }}
            options={administrations.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            {...field("kind")}
            label={say.kind}
            options={benefitKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <SelectField
            {...field("isHard")}
            label={say.hard}
            options={[
              { value: "hard", label: say.isHard },
              { value: "soft", label: say.isSoft },
            ]}
          />
          <TextField {...field("requiredOre")} label={say.required} inputMode="decimal" />
          <TextField {...field("fromYear", String(year + 1))} label={say.fromYear} inputMode="numeric" />
          <TextField {...field("phaseYears", "1")} label={say.phase} inputMode="numeric" />
          <TextField {...field("securedBy")} label={say.secured} isOptional className="sm:col-span-2" />
          <Button type="submit" name="intent" value="benefit" className="justify-self-start">
            {say.submit}
          </Button>
        </Form>
      </details>
    </Card>
  );
}
