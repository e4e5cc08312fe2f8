import { Building2, ClipboardList, FileText, House, Map, Scale } from "lucide-react";
import type { NavigationItem } from "#app/components/side-navigation.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { shell } from "#app/i18n/shell.ts";

/** The places of the menu, in order. What is still to come has its place and is hidden until it exists. */
export function usePlaces(): NavigationItem[] {
  const { places } = useWords(shell);
  return [
    { to: "/portfolio", label: places.map, icon: Map, exists: true },
    { to: "/my-place", label: places.myPlace, icon: House, exists: false },
    { to: "/buildings", label: places.buildings, icon: Building2, exists: false },
    { to: "/leases", label: places.leases, icon: FileText, exists: false },
    { to: "/orders", label: places.orders, icon: ClipboardList, exists: false },
    { to: "/cases", label: places.cases, icon: Scale, exists: false },
  ];
}
