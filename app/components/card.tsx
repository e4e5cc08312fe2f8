import { useId } from "react";
import type { ReactNode } from "react";

export { Page, PageHead } from "./page.tsx";

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
