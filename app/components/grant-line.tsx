import { people } from "../i18n/people.ts";
import { signIn } from "../i18n/sign-in.ts";
import { useWords } from "../i18n/use-words.tsx";
import type { GrantRow } from "#db/queries/accounts.ts";

/** A role in words: what it is, how far it reaches, for whom and with whom. */
export function GrantLine({ grant }: { grant: GrantRow }) {
  const { roles } = useWords(signIn);
  const words = useWords(people).account;
  const isWide = ["administrator", "manager", "planner", "auditor"].includes(grant.role);
  const reach = grant.reach.length > 0 ? grant.reach.join(", ") : isWide ? words.whole : "";
  return (
    <>
      <span className="font-semibold">{roles[grant.role]}</span>
      {reach && <span className="text-ink-soft"> · {reach}</span>}
      {grant.heldForName && <span className="text-ink-soft">, {words.heldFor(grant.heldForName)}</span>}
      {grant.deputyName && !grant.heldForName && (
        <span className="block text-sm text-ink-soft">{words.deputy(grant.deputyName)}</span>
      )}
    </>
  );
}
