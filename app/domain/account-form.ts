import { z } from "zod";
import { roles } from "./actor.ts";

const ids = z.array(z.uuid()).max(500).default([]);

/** An email as an account's name: trimmed, and short enough for every mail server. */
export const Email = z.string().trim().max(254).pipe(z.email());
export const PersonName = z.string().trim().min(1).max(120);

/** A role and how far it reaches, with a deputy who holds the same meanwhile. */
export const GrantForm = z
  .object({
    role: z.enum(roles),
    administrationIds: ids,
    unitIds: ids,
    deputyAccountId: z
      .union([z.uuid(), z.literal("")])
      .transform((id) => id || null)
      .nullable()
      .default(null),
  })
  .superRefine((grant, context) => {
    if (grant.role === "administrationUser" && grant.administrationIds.length === 0)
      context.addIssue({ code: "custom", path: ["administrationIds"], message: "needsAdministration" });
    if (grant.role === "leader" && grant.unitIds.length === 0)
      context.addIssue({ code: "custom", path: ["unitIds"], message: "needsUnit" });
  })
  .transform((grant) => ({
    ...grant,
    administrationIds:
      grant.role === "administrationUser" || grant.role === "manager" ? grant.administrationIds : [],
    unitIds: grant.role === "leader" ? grant.unitIds : [],
  }));
export type GrantForm = z.infer<typeof GrantForm>;

/** A new account: who, and what they may reach. */
export const AccountForm = z.intersection(z.object({ email: Email, name: PersonName }), GrantForm);
export type AccountForm = z.infer<typeof AccountForm>;
