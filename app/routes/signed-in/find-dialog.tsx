import { useFetcher, useNavigate } from "@remix-run/react";
import { useState } from "react";
import type { Hit } from "#app/components/hit-line.tsx";
import { SearchDialog } from "#app/components/search-dialog.tsx";
import type { loader } from "../search/route.tsx";

const mostRecent = 6;

/** The search that Ctrl K opens. What was chosen last is remembered for as long as the page stands, and nowhere else. */
export function FindDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const fetcher = useFetcher<typeof loader>();
  const navigate = useNavigate();
  const [recent, setRecent] = useState<Hit[]>([]);
  const choose = (hit: Hit) => {
    setRecent([hit, ...recent.filter((other) => other.id !== hit.id)].slice(0, mostRecent));
    onClose();
    navigate(hit.to);
  };
  return (
    <SearchDialog
      isOpen={isOpen}
      onClose={onClose}
      onAsk={(text) => fetcher.load(`/search?few&q=${encodeURIComponent(text)}`)}
      answer={fetcher.data ?? null}
      recent={recent}
      onChoose={choose}
      pageTo="/search"
    />
  );
}
