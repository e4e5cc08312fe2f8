import { Form } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { signIn } from "#app/i18n/sign-in.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Role } from "#domain/actor.ts";

type DemoAccountsProps = {
  to: string;
  password: string;
  accounts: readonly { email: string; role: Role }[];
};

/** One tap a role. Each is an ordinary sign-in with the demo's public password. */
export function DemoAccounts({ to, password, accounts }: DemoAccountsProps) {
  const words = useWords(signIn);
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-3 border-t border-line pt-6">
      <div>
        <h2 id="demo-title" className="text-lg font-semibold">
          {words.demo.title}
        </h2>
        <p className="text-ink-soft">{words.demo.lead}</p>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2">
        {accounts.map(({ email, role }) => (
          <li key={email} className="sm:last:odd:col-span-2">
            <Form method="post" action="/sign-in" className="h-full">
              <input type="hidden" name="to" value={to} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button
                type="submit"
                aria-label={words.demo.signInAs(words.roles[role])}
                aria-describedby={`does-${role}`}
                className="flex h-full min-h-14 w-full items-center gap-2 rounded-base border border-line bg-surface px-3 py-2 text-left hover:border-blue hover:bg-blue-tint"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{words.roles[role]}</span>
                  <span id={`does-${role}`} className="block text-sm text-ink-soft">
                    {words.roleDoes[role]}
                  </span>
                </span>
                <Icon of={ChevronRight} className="shrink-0 text-ink-soft" />
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">
        {words.demo.password} <code className="font-sans font-semibold text-ink select-all">{password}</code>
      </p>
    </section>
  );
}
