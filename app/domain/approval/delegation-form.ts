import { z } from "zod";
import { daysBetween, parseDay } from "../day-count.ts";

/** Longer than a year is no stand-in but another role. */
const longestDays = 366;

const Day = z.string("day").refine((text) => parseDay(text) !== null, "day");

/** To whom, and from which day to which, both included. Faults are names, to be said in words. */
export const DelegationForm = z
  .object({ email: z.email("email").max(200, "email"), firstDay: Day, lastDay: Day })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, { path: ["lastDay"], message: "order" })
  .refine(({ firstDay, lastDay }) => daysBetween(firstDay, lastDay) < longestDays, {
    path: ["lastDay"],
    message: "tooLong",
  });
export type DelegationForm = z.infer<typeof DelegationForm>;
