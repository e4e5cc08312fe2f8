import type { ReactNode } from "react";
import { Button, type ButtonLook } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";

interface FoldProps {
  title: string;
  intent: string;
  version: number;
  submit: string;
  look?: ButtonLook;
  /** What was typed and not taken stays in sight. */
  isOpen?: boolean;
  children: ReactNode;
}

/** A form of the work that is folded until it is asked for. */
export function Fold({ title, intent, version, submit, look, isOpen = false, children }: FoldProps) {
  return (
    <details data-fold open={isOpen} className="mt-3 rounded-base border border-line [&[open]]:bg-sunken">
      <summary className="flex min-h-11 items-center px-3 font-semibold text-blue">{title} …</summary>
      <Form method="post" preventScrollReset className="flex flex-col gap-3 p-3 pt-0">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="version" value={version} />
        {children}
        <Button type="submit" look={look} className="self-start max-md:w-full">
          {submit}
        </Button>
      </Form>
    </details>
  );
}
