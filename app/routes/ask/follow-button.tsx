import { useFetcher } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";

/** Follows a case instead of asking again, without leaving what is typed. */
export function FollowButton({ caseId, isFollowed }: { caseId: string; isFollowed: boolean }) {
  const words = useWords(area).duplicate;
  const fetcher = useFetcher<{ follows: boolean }>();
  const follow = () => {
    const fields = { caseId, follows: "yes" };
    fetcher.submit(fields, { method: "post", action: "/ask/follow" });
  };
  if (isFollowed || fetcher.data?.follows === true)
    return (
      <span role="status" className="text-sm">
        {words.followed}
      </span>
    );
  return (
    <Button isCompact onClick={follow} disabled={fetcher.state !== "idle"} className="self-start">
      {words.follow}
    </Button>
  );
}
