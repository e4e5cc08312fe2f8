import { z } from "zod";
import { Email, PersonName } from "./account-form.ts";
import { passwordFault } from "./password.ts";

/** What an empty system needs to know to begin: whose it is, and who keeps it. The code is the municipality's, of four digits. */
export const SetupForm = z
  .object({
    setupToken: z.string().trim().min(1),
    organisationName: z.string().trim().min(1).max(120),
    municipalityCode: z
      .string()
      .trim()
      .regex(/^\d{4}$/)
      .default("0101"),
    name: PersonName,
    email: Email,
    password: z.string(),
  })
  .superRefine((form, context) => {
    const fault = passwordFault(form.password, form.email);
    if (fault) context.addIssue({ code: "custom", path: ["password"], message: fault });
  });
export type SetupForm = z.infer<typeof SetupForm>;
