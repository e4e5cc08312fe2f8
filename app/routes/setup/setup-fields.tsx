import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { signIn } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { PASSWORD_LEAST_CHARACTERS } from "#domain/password.ts";
import { usePasswordFault } from "../account/use-password-fault.ts";

/** What the server said: what was typed (without secrets), what is wrong with each field, or why nothing was made. */
export interface SetupAnswer {
  kept: Record<string, string>;
  faults: Record<string, string>;
  refusal: "alreadySetUp" | "tooMany" | null;
}

/** The form that begins an empty system; `token` is what the printed address carried. */
export function SetupFields({ token, answer }: { token: string; answer?: SetupAnswer }) {
  const words = useWords(signIn);
  const messages = useFaultMessages(answer?.faults ?? {});
  const isBusy = useNavigation().state !== "idle";
  const field = (name: string) => ({
    ...{ id: name, name, required: true, defaultValue: answer?.kept[name] },
    errors: messages[name] ? [messages[name]] : null,
  });
  const general = answer?.refusal === "tooMany" ? words.tooMany : answer?.refusal && words.setup.alreadySetUp;
  const errors = [
    ...(general ? [{ message: general }] : []),
    ...Object.entries(messages).map(([fieldId, message]) => ({ fieldId, message })),
  ];
  return (
    <section aria-labelledby="setup-title" className="flex flex-col gap-5">
      <div>
        <h1 id="setup-title">{words.setup.title}</h1>
        <p className="text-ink-soft">{words.setup.lead}</p>
      </div>
      <FormErrors errors={errors} />
      <Form method="post" className="flex flex-col gap-4" noValidate>
        <TextField
          label={words.setup.token}
          hint={words.setup.tokenHint}
          autoComplete="off"
          spellCheck={false}
          {...field("setupToken")}
          defaultValue={token}
        />
        <TextField
          label={words.setup.organisation}
          autoComplete="organization"
          {...field("organisationName")}
        />
        <TextField
          label={words.setup.municipalityCode}
          hint={words.setup.municipalityHint}
          inputMode="numeric"
          maxLength={4}
          {...field("municipalityCode")}
          defaultValue={answer?.kept.municipalityCode ?? "0101"}
        />
        <TextField label={words.setup.name} autoComplete="name" {...field("name")} />
        <TextField label={words.email} type="email" autoComplete="username" {...field("email")} />
        <TextField
          label={words.password}
          hint={words.setup.passwordHint(PASSWORD_LEAST_CHARACTERS)}
          type="password"
          autoComplete="new-password"
          {...field("password")}
        />
        <Button type="submit" look="primary" disabled={isBusy}>
          {words.setup.submit}
        </Button>
      </Form>
    </section>
  );
}

/** What each fault of the form says to the person. */
function useFaultMessages(faults: Record<string, string>): Record<string, string> {
  const words = useWords(signIn);
  const passwordFault = usePasswordFault();
  const sayings: Record<string, (fault: string) => string> = {
    setupToken: (fault) => (fault === "wrong" ? words.setup.wrongToken : words.setup.needsToken),
    organisationName: () => words.setup.needsOrganisation,
    municipalityCode: () => words.setup.needsMunicipality,
    name: () => words.setup.needsName,
    email: () => words.faults.email,
    password: passwordFault,
  };
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, fault]) => (sayings[name] ? [[name, sayings[name](fault)]] : [])),
  );
}
