import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import type { Status } from "#app/components/badge.tsx";
import { work } from "#app/i18n/work.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";
import type { Link as LinkWord } from "./use-work.ts";

type StateProps = {
  link: LinkWord;
  orders: readonly ExpectedOrder[];
  commands: readonly { status: string }[];
  photos: readonly unknown[];
};

const looks: Record<LinkWord, Status> = {
  online: "good",
  sending: "info",
  offline: "attention",
  signedOut: "attention",
};

/** Whether what was done has been sent, and what waits: for network, or for a decision. */
export function LinkState({ link, orders, commands, photos }: StateProps) {
  const words = useWords(work);
  const queued = commands.filter(({ status }) => status === "queued").length + photos.length;
  const toDecide = orders.filter(({ needsDecision }) => needsDecision).length;
  const status = queued > 0 && link === "online" ? "info" : looks[link];
  return (
    <>
      <Notice
        status={status}
        action={
          link === "signedOut" && (
            <Link to="/sign-in?to=%2Fwork" reloadDocument className="text-link">
              {words.link.signIn}
            </Link>
          )
        }
      >
        {(queued === 0 || link !== "online") && <p>{words.link[link]}</p>}
        {queued > 0 && <p className="font-semibold">{words.queued(queued)}</p>}
      </Notice>
      {toDecide > 0 && <Notice status="bad">{words.decide(toDecide)}</Notice>}
    </>
  );
}
