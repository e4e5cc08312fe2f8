import type { ReactNode } from "react";

type PageHeadProps = { title: ReactNode; above?: ReactNode; note?: ReactNode; tools?: ReactNode };

/** The head of a page: where one is, what it is called, and what can be done with the whole of it. */
export function PageHead({ title, above, note, tools }: PageHeadProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above && <div className="text-sm text-ink-soft">{above}</div>}
        <h1>{title}</h1>
        {note && <p className="text-ink-soft">{note}</p>}
      </div>
      {tools && <div className="screen-only flex flex-wrap items-center gap-2">{tools}</div>}
    </header>
  );
}

/** The body of an ordinary page: its parts under each other, at an even distance. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-5 p-4 md:p-6">{children}</div>;
}
