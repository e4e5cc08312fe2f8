import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import { StatusMark } from "./badge.tsx";
import type { Status } from "./badge.tsx";
import { IconButton } from "./button.tsx";

const LOOKS: Record<Status, string> = {
  good: "border-good bg-good-tint [--mark:var(--color-good)]",
  attention: "border-attention bg-attention-tint [--mark:var(--color-attention)]",
  bad: "border-bad bg-bad-tint [--mark:var(--color-bad)]",
  info: "border-blue bg-blue-tint [--mark:var(--color-blue)]",
  neutral: "border-line-strong bg-sunken [--mark:var(--color-ink-soft)]",
};

type NoticeProps = { status?: Status; title?: string; action?: ReactNode; children?: ReactNode };

/** Something the reader should know here. What is bad interrupts a screen reader, the rest waits its turn. */
export function Notice({ status = "info", title, action, children }: NoticeProps) {
  return (
    <div
      role={status === "bad" ? "alert" : "status"}
      className={`flex items-start gap-3 rounded-base border-l-4 px-4 py-3 phone:flex-wrap ${LOOKS[status]}`}
    >
      <StatusMark status={status} className="mt-1.75 text-(--mark)" />
      {/* On a phone the way on stands below what is said, not beside it. */}
      <div className={`min-w-0 flex-1 ${action ? "phone:basis-4/5" : ""}`}>
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}

/** What just happened, over the page until it is put away, with the way back (`action`) if there is one. */
export function Toast({
  onDismiss,
  action,
  children,
}: {
  onDismiss: () => void;
  action?: ReactNode;
  children: ReactNode;
}) {
  const words = useWords(common);
  return (
    <div
      role="status"
      className="on-navy screen-only fixed inset-x-4 bottom-20 z-40 flex items-center gap-3 rounded-base bg-navy py-1.5 pr-1.5 pl-4 text-white shadow-base md:right-6 md:bottom-6 md:left-auto md:max-w-md"
    >
      <span className="flex-1">{children}</span>
      {action}
      <IconButton
        icon={X}
        label={words.dismiss}
        onClick={onDismiss}
        className="text-navy-ink hover:bg-navy-raised hover:text-white"
      />
    </div>
  );
}
