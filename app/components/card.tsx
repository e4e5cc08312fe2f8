import { useId } from "react";
import type { ReactNode } from "react";

type CardProps = {
  title?: ReactNode;
  tools?: ReactNode;
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
};

/** One thing on a page. `isFlush` for a table or a picture that goes to the edge. */
export function Card({ title, tools, isFlush = false, className = "", children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={`min-w-0 rounded-base border border-line bg-surface ${className}`}
    >
      {(title || tools) && (
        <header
          className={`flex flex-wrap items-center justify-between gap-2 px-4 pt-3 ${isFlush ? "pb-3" : ""}`}
        >
          {title && (
            <h2 id={id} className="font-semibold">
              {title}
            </h2>
          )}
          {tools}
        </header>
      )}
      {isFlush ? children : <div className="p-4">{children}</div>}
    </section>
  );
}

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
