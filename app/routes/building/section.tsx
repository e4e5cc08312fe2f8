import type { ReactNode } from "react";
import { Card } from "#app/components/card.tsx";

type SectionProps = {
  id: string;
  title: ReactNode;
  tools?: ReactNode;
  isFlush?: boolean;
  children: ReactNode;
};

/** One section of the page: a card that an anchor leads to, below what stays in view above it. */
export function Section({ id, ...card }: SectionProps) {
  return (
    <div id={id} className="min-w-0 scroll-mt-28">
      <Card {...card} />
    </div>
  );
}
