import { Download, Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/button.tsx";
import { Toast } from "#app/components/notice.tsx";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import { PageMenu } from "./page-menu.tsx";

/** The list as a file. */
export function DownloadMenu({ listQuery, found }: { listQuery: string; found: number }) {
  const words = useWords(portfolio);
  const format = useFormats();
  const to = (kind: "csv" | "xlsx") => `/portfolio/export?${listQuery}${listQuery ? "&" : ""}format=${kind}`;
  const look = "block rounded-base px-2 py-1.5 font-medium text-blue hover:bg-blue-tint";
  return (
    <PageMenu icon={Download} label={words.download}>
      <p className="px-2 pb-1 text-sm text-ink-soft">{words.downloadNote(format.number(found))}</p>
      <a href={to("xlsx")} className={look}>
        {words.downloadXlsx}
      </a>
      <a href={to("csv")} className={look}>
        {words.downloadCsv}
      </a>
    </PageMenu>
  );
}

/** Copies the address of exactly this view. */
export function CopyLink() {
  const words = useWords(portfolio);
  const [outcome, setOutcome] = useState<"copied" | "copyFailed" | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => setOutcome("copied"),
      () => setOutcome("copyFailed"),
    );
  return (
    <>
      <Button
        icon={Link2}
        title={words.copyLink}
        onClick={copy}
        className="screen-only px-2.5! [@media(scripting:none)]:hidden"
      >
        <span className="max-[100rem]:sr-only">{words.copyLink}</span>
      </Button>
      {outcome && <Toast onDismiss={() => setOutcome(null)}>{words[outcome]}</Toast>}
    </>
  );
}
