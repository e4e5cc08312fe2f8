import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";
import { IconButton } from "./button.tsx";

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  isWide?: boolean;
  children: ReactNode;
};

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ isOpen, onClose, title, isWide = false, children }: DialogProps) {
  const words = useWords(common);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && !element?.open) element?.showModal();
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className={`m-auto w-full rounded-base border border-line bg-surface text-ink shadow-base max-md:mb-0 max-md:max-w-full ${isWide ? "md:max-w-3xl" : "md:max-w-lg"}`}
    >
      <header className="flex items-center justify-between gap-4 border-b border-line py-2 pr-2 pl-4">
        <h2 id={titleId} className="text-lg font-semibold">
          {title}
        </h2>
        <IconButton icon={X} label={words.close} onClick={onClose} />
      </header>
      {isOpen && <div className="p-4">{children}</div>}
    </dialog>
  );
}
