import { Building2, FileText, Inbox, MapPin, Users, type LucideIcon } from "lucide-react";
import { search as area } from "../i18n/search.ts";
import { useWords } from "../i18n/use-words.tsx";
import { Icon } from "./icon.tsx";

/** Something found: what it is, what it is called, what tells it from others, and where it leads. */
export interface Hit {
  kind: "building" | "address" | "unit" | "lease" | "case";
  id: string;
  title: string;
  subtitle: string;
  to: string;
}

const icons: Record<Hit["kind"], LucideIcon> = {
  building: Building2,
  address: MapPin,
  unit: Users,
  lease: FileText,
  case: Inbox,
};

/** One result as a line: the kind as a picture and as a word. */
export function HitLine({ hit }: { hit: Pick<Hit, "kind" | "title" | "subtitle"> }) {
  const words = useWords(area);
  return (
    <>
      <Icon of={icons[hit.kind]} className="text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{hit.title}</span>
        <span className="block truncate text-sm text-ink-soft">{hit.subtitle}</span>
      </span>
      <span className="text-sm text-ink-soft">{words.kinds[hit.kind]}</span>
    </>
  );
}
