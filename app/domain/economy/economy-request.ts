import { z } from "zod";

/** Flows and rates as a program sends them: `flowsOre[0]` now, `flowsOre[t]` at the end of year t; real rates a year. */
const ore = z
  .number("Each flow is a whole number of øre.")
  .refine(Number.isSafeInteger, "Each flow is a whole number of øre.");

const step = z.strictObject({
  fromYear: z
    .number("fromYear is a whole year, 0 or more.")
    .int("fromYear is a whole year, 0 or more.")
    .min(0, {
      message: "fromYear is a whole year, 0 or more.",
    }),
  rate: z
    .number("A rate is a share: 0.035 is 3.5 %.")
    .gt(-1, "A rate of -100 % or below makes money worthless within a year; it must be above -1.")
    .max(10, "A rate is a share: 0.035 is 3.5 %. More than 10 (1,000 %) is refused."),
});

export const EconomyRequest = z.strictObject({
  flowsOre: z
    .array(ore, "flowsOre is a list of whole øre, year by year from now on.")
    .min(1, "There must be at least one flow.")
    .max(201, "At most 200 years after now."),
  rates: z
    .array(step, "rates is a list of { fromYear, rate }.")
    .min(1, "There must be at least one rate.")
    .max(50, "At most 50 steps.")
    .refine(
      (steps) => steps.length === 0 || steps[0]!.fromYear <= 1,
      "The first rate must hold from year 0 or 1.",
    )
    .refine(
      (steps) => steps.every(({ fromYear }, at) => at === 0 || fromYear > steps[at - 1]!.fromYear),
      "Rates must come in the order of their years, each year once.",
    ),
});
