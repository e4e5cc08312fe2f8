import { CircleUserRound, LogOut } from "lucide-react";
import { useRef } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { shell } from "../i18n/shell.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Form, Link } from "./link.tsx";
import { useDismiss } from "./use-dismiss.ts";

/** Who is signed in, in words; where signing out is posted; further places of their own. */
export type Account = {
  name: string;
  role: string;
  email?: string;
  signOutTo: string;
  links?: readonly { to: string; label: string }[];
};

export function AccountMenu({ account }: { account: Account }) {
  const words = useWords(shell);
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details ref={details} className="relative">
      <summary className="flex h-9 items-center gap-2 rounded-base px-2 hover:bg-sunken pointer-coarse:h-11">
        <Icon of={CircleUserRound} className="size-5" />
        <span className="sr-only">{words.account}: </span>
        <span className="max-w-40 truncate max-lg:sr-only">{account.name}</span>
      </summary>
      <div className="absolute right-0 z-30 mt-1 flex w-64 flex-col gap-3 rounded-base border border-line bg-surface p-3 shadow-base">
        <div>
          <p className="font-semibold">{account.name}</p>
          <p className="text-sm text-ink-soft">{account.role}</p>
          {account.email && <p className="truncate text-sm text-ink-soft">{account.email}</p>}
        </div>
        {account.links?.map((link) => (
          <Link key={link.to} to={link.to} className="text-link">
            {link.label}
          </Link>
        ))}
        <Form method="post" action={account.signOutTo}>
          <Button type="submit" icon={LogOut} className="w-full">
            {words.signOut}
          </Button>
        </Form>
      </div>
    </details>
  );
}
