import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { GrantFields } from "#app/components/people/grant-fields.tsx";
import { people } from "#app/i18n/people.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { AccountRow, GrantChoices } from "#db/queries/accounts.ts";
import type { PersonAnswer } from "./change-person.ts";

type GrantFormProps = { account: AccountRow; choices: GrantChoices; answer?: PersonAnswer };

/** The role of an account, to be changed. Roles held as a deputy are changed at their owner. */
export function GrantForm({ account, choices, answer }: GrantFormProps) {
  const words = useWords(people).person;
  const own = account.grants.find((grant) => !grant.heldForName);
  const held = own ?? { role: "leader", administrationIds: [], unitIds: [], deputyAccountId: null };
  const others = { ...choices, accounts: choices.accounts.filter(({ id }) => id !== account.id) };
  return (
    <Form method="post" className="flex flex-col gap-5 border-t border-line pt-4">
      <GrantFields choices={others} values={answer?.typed ?? held} faults={answer?.faults ?? []} />
      <Button type="submit" name="intent" value="grant" look="primary" className="self-start">
        {words.saveGrant}
      </Button>
    </Form>
  );
}
