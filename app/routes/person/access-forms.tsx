import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import type { ButtonLook } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Checkbox } from "#app/components/checkbox.tsx";
import { people } from "#app/i18n/people.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { AccountRow } from "#db/queries/accounts.ts";

/** A new one-time password, and closing or opening the account; each asks once. */
export function AccessForms({ account, isSelf }: { account: AccountRow; isSelf: boolean }) {
  const words = useWords(people).person;
  return (
    <Card title={words.access}>
      <div className="flex flex-col gap-5">
        {!account.isDemo && (
          <ConfirmForm
            intent="resetPassword"
            title={words.reset}
            hint={words.resetHint}
            label={words.resetDo}
          />
        )}
        {!isSelf && !account.isDisabled && (
          <ConfirmForm
            intent="disable"
            title={words.disable}
            hint={words.disableHint}
            label={words.disableDo}
            look="danger"
          />
        )}
        {account.isDisabled && (
          <ConfirmForm intent="enable" title={words.enable} hint={words.enableHint} label={words.enableDo} />
        )}
      </div>
    </Card>
  );
}

type ConfirmFormProps = { intent: string; title: string; hint: string; label: string; look?: ButtonLook };

function ConfirmForm({ intent, title, hint, label, look }: ConfirmFormProps) {
  const words = useWords(people).person;
  return (
    <Form method="post" className="flex flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-sm text-ink-soft">{hint}</p>
      <Checkbox name="confirm" value="yes" label={words.confirm} required />
      <Button type="submit" name="intent" value={intent} look={look} className="self-start">
        {label}
      </Button>
    </Form>
  );
}
