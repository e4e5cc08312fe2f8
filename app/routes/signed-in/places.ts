import { Building2, ClipboardList, FileText, History, House, Map, Scale, Users } from "lucide-react";
import type { NavigationItem } from "#app/components/side-navigation.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { shell } from "#app/i18n/shell.ts";

/** The places of the menu, in order. What is still to come, or may not be read, has its place and is hidden. */
export function usePlaces(readable = { register: false, people: false, audit: false }): NavigationItem[] {
  const { places } = useWords(shell);
  return [
    { to: "/portfolio", label: places.map, icon: Map, exists: readable.register },
    { to: "/my-place", label: places.myPlace, icon: House, exists: false },
    { to: "/buildings", label: places.buildings, icon: Building2, exists: false },
    { to: "/leases", label: places.leases, icon: FileText, exists: false },
    { to: "/orders", label: places.orders, icon: ClipboardList, exists: false },
    { to: "/cases", label: places.cases, icon: Scale, exists: false },
    { to: "/people", label: places.users, icon: Users, exists: readable.people },
    { to: "/audit", label: places.audit, icon: History, exists: readable.audit },
  ];
}
