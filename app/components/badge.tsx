import type { ReactNode } from "react";

/** What a status means; each has its own shape, so that it is readable without colour. */
export type Status = "good" | "attention" | "bad" | "info" | "neutral";

const LOOKS: Record<Status, string> = {
  good: "bg-good-tint text-good",
  attention: "bg-attention-tint text-attention",
  bad: "bg-bad-tint text-bad",
  info: "bg-blue-tint text-blue-deep",
  neutral: "bg-sunken text-ink-soft",
};

const SHAPES: Record<Status, ReactNode> = {
  good: <circle cx="5" cy="5" r="3.5" />,
  attention: <path d="M5 1 9.5 9H0.5Z" />,
  bad: <path d="M5 0 10 5 5 10 0 5Z" />,
  info: <rect x="1.5" y="1.5" width="7" height="7" rx="1" />,
  neutral: <circle cx="5" cy="5" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** The mark of a status alone, for a place where its word already stands. */
export function StatusMark({ status, className = "" }: { status: Status; className?: string }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true" className={`size-2.5 shrink-0 fill-current ${className}`}>
      {SHAPES[status]}
    </svg>
  );
}

/** `isLong` for a sentence, which may go over two lines where its place is narrow. */
type BadgeProps = { status?: Status; isLong?: boolean; children: ReactNode };

/** A status as a shape and a word. @example <Badge status="bad">Kritisk</Badge> */
export function Badge({ status = "neutral", isLong = false, children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-base px-2 py-0.5 text-sm font-semibold ${isLong ? "" : "whitespace-nowrap"} ${LOOKS[status]}`}
    >
      <StatusMark status={status} />
      {children}
    </span>
  );
}
