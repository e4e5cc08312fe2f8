import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { signIn } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** What the server said to the last attempt. */
export interface SignInAnswer {
  email: string;
  fault: "wrong" | "tooMany" | null;
  isEmailMissing: boolean;
  isPasswordMissing: boolean;
}

export function SignInForm({
  to,
  isSignedOut,
  answer,
}: {
  to: string;
  isSignedOut: boolean;
  answer?: SignInAnswer;
}) {
  const words = useWords(signIn);
  const isBusy = useNavigation().formAction === "/sign-in";
  return (
    <section aria-labelledby="sign-in-title" className="flex flex-col gap-5">
      <h1 id="sign-in-title">{words.title}</h1>
      {isSignedOut && !answer && <Notice status="good">{words.signedOut}</Notice>}
      {answer?.fault && <FormErrors errors={[{ message: words[answer.fault] }]} />}
      <Form method="post" action="/sign-in" className="flex flex-col gap-4" noValidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          label={words.email}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          defaultValue={answer?.email}
          errors={answer?.isEmailMissing ? [words.needsEmail] : null}
          required
        />
        <TextField
          label={words.password}
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          errors={answer?.isPasswordMissing ? [words.needsPassword] : null}
          required
        />
        <Button type="submit" look="primary" className="w-full" disabled={isBusy}>
          {words.submit}
        </Button>
      </Form>
      <p className="text-sm text-ink-soft">{words.forgotten}</p>
    </section>
  );
}
