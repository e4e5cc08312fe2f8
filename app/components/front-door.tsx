import type { ReactNode } from "react";
import { LanguageForm } from "./language-form.tsx";
import { Mark } from "./mark.tsx";
import { shell } from "../i18n/shell.ts";
import { signIn } from "../i18n/sign-in.ts";
import { useWords } from "../i18n/use-words.tsx";
import { Skyline } from "./skyline.tsx";

type FrontDoorProps = { here: string; localeTo: string; children: ReactNode };

/** The frame around the pages before one is signed in: the product beside the form, above it on a phone. */
export function FrontDoor({ here, localeTo, children }: FrontDoorProps) {
  const words = useWords(signIn);
  const { product } = useWords(shell);
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <header className="on-navy relative flex flex-col overflow-hidden bg-navy px-6 py-5 text-white md:w-2/5 md:max-w-xl md:p-10">
        <p className="flex items-center gap-2.5 text-lg font-semibold">
          <Mark className="size-7" />
          {product}
        </p>
        <div className="relative z-10 mt-auto hidden pb-56 md:block">
          <p className="text-xl font-semibold text-balance">{words.lead}</p>
          <p className="mt-3 max-w-md text-lg text-navy-ink">{words.promise}</p>
        </div>
        <Skyline className="absolute inset-x-0 bottom-0 hidden h-56 w-full md:block" />
      </header>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-14 items-center justify-end px-4 md:px-6">
          <LanguageForm to={localeTo} here={here} />
        </div>
        <main className="mx-auto flex w-full max-w-lg flex-1 flex-col gap-8 px-6 pb-10 md:justify-center md:pb-20">
          {children}
        </main>
      </div>
    </div>
  );
}
