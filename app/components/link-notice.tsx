import type { ReactNode } from "react";
import type { Status } from "./badge.tsx";
import { Link } from "./link.tsx";
import { Notice } from "./notice.tsx";
import { work } from "../i18n/work.ts";
import { useWords } from "../i18n/use-words.tsx";
import type { Link as LinkWord } from "../offline/use-kept.ts";

type LinkNoticeProps = {
  link: LinkWord;
  /** How many things wait to be sent. */
  queued: number;
  signInTo: string;
  /** What waits for a decision, in words; nothing where nothing does. */
  decide?: ReactNode;
};

const looks: Record<LinkWord, Status> = {
  online: "good",
  sending: "info",
  offline: "attention",
  signedOut: "attention",
};

/** Whether what was done on this phone has been sent, and what waits: for network, or for a decision. */
export function LinkNotice({ link, queued, signInTo, decide }: LinkNoticeProps) {
  const words = useWords(work);
  const status = queued > 0 && link === "online" ? "info" : looks[link];
  return (
    <>
      <Notice
        status={status}
        action={
          link === "signedOut" && (
            <Link to={signInTo} reloadDocument className="text-link">
              {words.link.signIn}
            </Link>
          )
        }
      >
        {(queued === 0 || link !== "online") && <p>{words.link[link]}</p>}
        {queued > 0 && <p className="font-semibold">{words.queued(queued)}</p>}
      </Notice>
      {decide && <Notice status="bad">{decide}</Notice>}
    </>
  );
}
