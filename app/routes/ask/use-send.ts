import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { CaseDraft } from "#domain/case/case-draft.ts";
import type { SendAnswer, SendFault } from "./send-draft.server.ts";

/** How a sending stands: it was refused, met no network, or its answer was lost on the way. */
export type SendTrouble = SendFault | { fault: "offline" | "unsure" | "server" | "signIn" };

/** Sends the draft once, however often it is pressed; what met no network is sent again when there is some. */
export function useSend(
  key: string,
  draft: CaseDraft,
  onSent: () => Promise<void>,
  onTrouble: (trouble: SendTrouble) => void,
) {
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<SendTrouble | null>(null);
  const isUnderWay = useRef(false);
  const send = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSending(true);
    const answer = await post(key, draft);
    isUnderWay.current = false;
    setSending(false);
    if ("number" in answer) {
      await onSent();
      return navigate(`/cases/${answer.number}?sent`);
    }
    setTrouble(answer);
    onTrouble(answer);
  };
  const isWaiting = trouble?.fault === "offline";
  const again = useRef(send);
  again.current = send;
  useEffect(() => {
    if (!isWaiting) return;
    const whenBack = () => void again.current();
    window.addEventListener("online", whenBack);
    return () => window.removeEventListener("online", whenBack);
  }, [isWaiting]);
  return { send, isSending, trouble };
}

async function post(key: string, draft: CaseDraft): Promise<{ number: string } | SendTrouble> {
  try {
    const answer = await fetch("/ask/send", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ key, draft }),
    });
    if (answer.redirected) return { fault: "signIn" };
    if (answer.status >= 500) return { fault: "server" };
    const said = (await answer.json()) as SendAnswer | { status: number };
    if (!("ok" in said)) return { fault: "server" };
    return said.ok ? { number: said.number } : said;
  } catch (error) {
    // Whether it arrived nobody knows; the key makes trying again safe.
    if (error instanceof TypeError || error instanceof SyntaxError)
      return { fault: navigator.onLine ? "unsure" : "offline" };
    throw error;
  }
}
