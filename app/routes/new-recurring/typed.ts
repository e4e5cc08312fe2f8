import type { CreateRecurringRefusal } from "#db/commands/recurring/create-recurring.ts";

/** What was typed, so that nothing is lost: text by field, and the weekdays with a mark. */
export interface Typed {
  fields: Record<string, string>;
  days: string[];
  skipsHolidays: boolean;
}

/** What came of an order that was not made. */
export interface NewRecurringAnswer {
  typed: Typed;
  faults: string[];
  refusal: CreateRecurringRefusal | null;
}

/** Reads the form: what the rules read, and what is shown again. */
export function readTyped(form: FormData) {
  const days = form.getAll("days").map(String);
  const skipsHolidays = form.get("skipsHolidays") === "yes";
  const fields = Object.fromEntries(
    [...form].filter(([name]) => name !== "days").map(([name, value]) => [name, String(value)]),
  );
  const typed: Typed = { fields, days, skipsHolidays };
  return { typed, form: { ...fields, days, skipsHolidays } };
}
