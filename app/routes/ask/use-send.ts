import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { CaseDraft } from "#domain/case/case-draft.ts";
import type { SendAnswer, SendFault } from "./send-draft.server.ts";

/** How a sending stands: it was refused, met no network, or its answer was lost on the way. */
export type SendTrouble = SendFault | { fault: "offline" | "unsure" | "server" | "signIn" };

interface Sending {
  key: string;
  draft: CaseDraft;
  /** Whether every photo has reached the server, and whether they wait for network. */
  hasPhotos: boolean;
  isOffline: boolean;
  onSent: () => Promise<void>;
  onTrouble: (trouble: SendTrouble) => void;
}

/**
 * Sends the draft once, however often it is pressed: after its photos, and again when there is network where there was
 * none.
 */
export function useSend({ key, draft, hasPhotos, isOffline, onSent, onTrouble }: Sending) {
  const navigate = useNavigate();
  const [isSending, setSending] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [trouble, setTrouble] = useState<SendTrouble | null>(null);
  const isUnderWay = useRef(false);
  const send = async () => {
    if (isUnderWay.current) return;
    if (!hasPhotos) return setWanted(true);
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
  const again = useRef(send);
  again.current = send;
  useEffect(() => {
    if (!isWanted || !hasPhotos) return;
    setWanted(false);
    void again.current();
  }, [isWanted, hasPhotos]);
  const isCutOff = trouble?.fault === "offline";
  useEffect(() => {
    if (!isCutOff) return;
    const whenBack = () => void again.current();
    window.addEventListener("online", whenBack);
    return () => window.removeEventListener("online", whenBack);
  }, [isCutOff]);
  const waits = isWanted && isOffline;
  return {
    send,
    isSending: isSending || (isWanted && !isOffline),
    trouble: waits ? ({ fault: "offline" } as const) : trouble,
  };
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
