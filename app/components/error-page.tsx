import { useWords } from "../i18n/use-words.tsx";
import { errors } from "../i18n/errors.ts";
import { Button, LinkButton } from "./button.tsx";
import { StatusMark } from "./badge.tsx";

type ErrorPageProps = {
  /** 403, 404 and 422 have their own words; anything else is our fault. */
  status: number;
  /** The number of the request, to quote. */
  requestId?: string | null;
  homeTo?: string;
};

type KnownStatus = "403" | "404" | "422" | "500";
const KNOWN: Partial<Record<number, KnownStatus>> = { 403: "403", 404: "404", 400: "422", 422: "422" };

/** What happened, what was kept, what to do, and a number to quote. */
export function ErrorPage({ status, requestId, homeTo = "/" }: ErrorPageProps) {
  const words = useWords(errors);
  const known = KNOWN[status] ?? "500";
  const { title, happened, kept, next } = words[known];
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-12 md:py-20">
      <p className="flex items-center gap-2 text-sm font-semibold text-accent">
        <StatusMark status={known === "500" ? "bad" : "attention"} />
        {words.status(status)}
      </p>
      <h1>{title}</h1>
      <p className="text-lg">{happened}</p>
      <p>{kept}</p>
      <p>{next}</p>
      <div className="screen-only flex flex-wrap gap-2">
        {known === "500" && (
          <Button look="primary" onClick={() => window.location.reload()}>
            {words.tryAgain}
          </Button>
        )}
        <LinkButton to={homeTo} look={known === "500" ? "secondary" : "primary"} reloadDocument>
          {words.toFrontPage}
        </LinkButton>
      </div>
      {requestId && (
        <p className="border-t border-line pt-4 text-sm text-ink-soft">
          {words.number}:{" "}
          <code className="font-sans font-semibold break-all text-ink select-all">{requestId}</code>
          <br />
          {words.numberHint}
        </p>
      )}
    </div>
  );
}
