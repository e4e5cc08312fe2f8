import type { ReactNode } from "react";
import { Form } from "#app/components/link.tsx";

type Props = {
  intent: string;
  version: number;
  values?: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A form that changes the case: what it does, and which version of the case it was made from. */
export function CaseForm({ intent, version, values = {}, className = "", children }: Props) {
  return (
    <Form method="post" preventScrollReset className={className}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
