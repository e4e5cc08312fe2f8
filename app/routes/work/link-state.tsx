import { LinkNotice } from "#app/components/link-notice.tsx";
import { work } from "#app/i18n/work.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Link } from "#app/offline/use-kept.ts";
import type { ExpectedOrder } from "#domain/work/queued-command.ts";

type StateProps = {
  link: Link;
  orders: readonly ExpectedOrder[];
  commands: readonly { status: string }[];
  photos: readonly unknown[];
};

/** Whether what was done has been sent, and what waits: for network, or for a decision. */
export function LinkState({ link, orders, commands, photos }: StateProps) {
  const words = useWords(work);
  const queued = commands.filter(({ status }) => status === "queued").length + photos.length;
  const toDecide = orders.filter(({ needsDecision }) => needsDecision).length;
  return (
    <LinkNotice
      {...{ link, queued }}
      signInTo="/sign-in?to=%2Fwork"
      decide={toDecide > 0 && words.decide(toDecide)}
    />
  );
}
