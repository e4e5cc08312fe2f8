import { Form } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { people } from "#app/i18n/people.ts";
import { signIn } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { PasswordRefusal } from "#db/commands/change-password.ts";
import { PASSWORD_LEAST_CHARACTERS } from "#domain/password.ts";
import { usePasswordFault } from "./use-password-fault.ts";

type PasswordFormProps = { isDemo: boolean; email: string; refusal: PasswordRefusal | null };

/** The change of one's own password; a demo user is told why there is none. */
export function PasswordForm({ isDemo, email, refusal }: PasswordFormProps) {
  const words = useWords(people).account;
  const { setup } = useWords(signIn);
  const faultOf = usePasswordFault();
  if (isDemo) return <p className="text-ink-soft">{words.demo}</p>;
  const ofCurrent = refusal === "wrongCurrent" ? words.wrongCurrent : null;
  const isOfNext = refusal && !["wrongCurrent", "tooMany", "demo"].includes(refusal);
  const ofNext = isOfNext ? (refusal === "unchanged" ? words.unchanged : faultOf(refusal)) : null;
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      {refusal === "tooMany" && <FormErrors errors={[{ message: words.tooMany }]} />}
      <input type="hidden" name="intent" value="changePassword" />
      <input type="email" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        label={words.current}
        name="current"
        type="password"
        autoComplete="current-password"
        errors={ofCurrent ? [ofCurrent] : null}
        required
      />
      <TextField
        label={words.next}
        hint={setup.passwordHint(PASSWORD_LEAST_CHARACTERS)}
        name="next"
        type="password"
        autoComplete="new-password"
        errors={ofNext ? [ofNext] : null}
        required
      />
      <Button type="submit" look="primary" className="self-start">
        {words.change}
      </Button>
    </Form>
  );
}
