import type { ReactNode } from "react";
import { Page, PageHead } from "./page.tsx";
import { PlainFrame } from "./plain-frame.tsx";

/** The page that a link in a mail opens: one narrow column, no sign-in. `here` is where a change of language comes back to. */
export function LinkPage({ title, here, children }: { title: string; here: string; children: ReactNode }) {
  return (
    <PlainFrame homeTo="/" localeTo="/locale" here={here}>
      <div className="mx-auto w-full max-w-2xl">
        <Page>
          <PageHead title={title} />
          {children}
        </Page>
      </div>
    </PlainFrame>
  );
}
