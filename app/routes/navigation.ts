import {
  Activity,
  ArrowRightLeft,
  BadgeCheck,
  CalendarClock,
  CalendarDays,
  CalendarRange,
  ChartColumn,
  ChartPie,
  ClipboardCheck,
  Coins,
  Combine,
  Construction,
  Handshake,
  HardHat,
  History,
  FileText,
  Gauge,
  House,
  Inbox,
  Landmark,
  LayoutList,
  ListChecks,
  Map,
  MessageSquarePlus,
  Milestone,
  PackageSearch,
  PiggyBank,
  QrCode,
  ReceiptText,
  Scale,
  Send,
  Smile,
  Sprout,
  Users,
  Waypoints,
  Wrench,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { NavigationItem } from "#app/components/side-navigation.tsx";
import { shell } from "#app/i18n/shell.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { may, scopeOf, writesAll } from "#domain/access.ts";
import { hasRole, type Actor, type Role } from "#domain/actor.ts";

/** Who keeps a house or speaks for an institution; a craftsman's right to cases hangs no codes. */
const hangsCodes = (actor: Actor): boolean =>
  may(actor, "cases", "write") && !actor.grants.every(({ role }) => role === "craftsman");

/** Whoever reads what units do; a craftsman reads the orders of the own team alone. */
const readsUnits = (actor: Actor): boolean =>
  may(actor, "cases", "read") && !actor.grants.every(({ role }) => role === "craftsman");

/** Whoever runs services or answers for them; an institution leader meets the rules where she asks. */
const readsRules = (actor: Actor): boolean =>
  may(actor, "services", "read") && homeOf(actor) === "/portfolio";

/** Whoever pays says yes to amounts; a planner or auditor who stands in finds the way by the mail. */
const rolesThatApprove: Role[] = ["administrator", "manager", "administrationUser", "leader"];

/** Who hands out work or looks over it; a leader follows her own cases elsewhere. */
const boardRoles: Role[] = ["administrator", "manager", "administrationUser", "planner", "auditor"];
const seesTheBoard = (actor: Actor): boolean => boardRoles.some((role) => hasRole(actor, role));

/** Whoever looks after many buildings, plans or pays for works; an institution leader meets hers on her own place. */
const readsUpkeep = (actor: Actor): boolean =>
  may(actor, "surveys", "read") && homeOf(actor) === "/portfolio";

/** Whoever reads leases of many; a leader finds hers on her own place. */
const readsLeases = (actor: Actor): boolean => may(actor, "leases", "read") && homeOf(actor) === "/portfolio";
interface PlaceInMenu {
  to: string;
  word: keyof (typeof shell)["da"]["places"];
  icon: LucideIcon;
  group?: keyof (typeof shell)["da"]["groups"];
  isFor: (actor: Actor) => boolean;
}

/** The places of the site in the order of the menu, each with who has it there; groups are told apart by a heading. */
const places = [
  { to: "/place", word: "myPlace", icon: House, isFor: (actor: Actor) => hasRole(actor, "leader") },
  { to: "/work", word: "work", icon: Wrench, isFor: (actor: Actor) => hasRole(actor, "craftsman") },
  { to: "/ask", word: "ask", icon: MessageSquarePlus, isFor: (actor: Actor) => hasRole(actor, "leader") },
  { to: "/portfolio", word: "map", icon: Map, isFor: (actor: Actor) => may(actor, "register", "read") },
  {
    ...{ to: "/leases", word: "leases", icon: FileText },
    isFor: readsLeases,
  },
  { to: "/dates", word: "dates", icon: CalendarClock, isFor: readsLeases },
  { to: "/charges", word: "charges", icon: ReceiptText, isFor: readsLeases },
  { to: "/cases", word: "cases", icon: ListChecks, isFor: (actor: Actor) => may(actor, "cases", "read") },
  { to: "/board", word: "board", icon: LayoutList, isFor: seesTheBoard },
  {
    to: "/approvals",
    word: "approvals",
    icon: BadgeCheck,
    isFor: (actor: Actor) => actor.grants.some(({ role }) => rolesThatApprove.includes(role)),
  },
  {
    ...{ to: "/surveys", word: "surveys", icon: ClipboardCheck, group: "upkeep" },
    isFor: (actor: Actor) => readsUpkeep(actor) || hasRole(actor, "craftsman"),
  },
  { to: "/backlog", word: "backlog", icon: Construction, isFor: readsUpkeep, group: "upkeep" },
  {
    ...{ to: "/plans", word: "plans", icon: CalendarRange, group: "upkeep" },
    isFor: (actor: Actor) => may(actor, "plans", "read"),
  },
  { to: "/works", word: "works", icon: HardHat, group: "upkeep", isFor: readsUpkeep },
  { to: "/assumptions", word: "assumptions", icon: Coins, isFor: readsUpkeep, group: "upkeep" },
  {
    ...{ to: "/use", word: "use", icon: Activity, group: "space" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  {
    ...{ to: "/use/report", word: "useReport", icon: CalendarDays, group: "space" },
    isFor: (actor: Actor) => hasRole(actor, "leader") || hasRole(actor, "administrationUser"),
  },
  {
    ...{ to: "/needs", word: "needs", icon: Sprout, group: "space" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  {
    ...{ to: "/candidates", word: "candidates", icon: Waypoints, group: "space" },
    isFor: (actor: Actor) => scopeOf(actor, "colocation", "read").all,
  },
  {
    ...{ to: "/meters", word: "meters", icon: Gauge, group: "space" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  {
    ...{ to: "/colocation", word: "colocation", icon: Combine, group: "space" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  {
    ...{ to: "/council", word: "council", icon: Landmark, group: "space" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  {
    ...{ to: "/benefits", word: "benefits", icon: PiggyBank, group: "space" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  {
    ...{ to: "/catalogue", word: "services", icon: PackageSearch, group: "services" },
    isFor: (actor: Actor) => may(actor, "services", "read"),
  },
  { to: "/responsibility", word: "responsibility", icon: Scale, isFor: readsRules, group: "services" },
  { to: "/trade", word: "trade", icon: Handshake, isFor: readsUnits, group: "services" },
  { to: "/qr", word: "codes", icon: QrCode, isFor: hangsCodes, group: "services" },
  { to: "/figures", word: "figures", icon: ChartColumn, isFor: readsUnits, group: "figures" },
  {
    ...{ to: "/steps", word: "steps", icon: Milestone, group: "figures" },
    isFor: (actor: Actor) => may(actor, "colocation", "read"),
  },
  { to: "/leases/figures", word: "leaseFigures", icon: ChartPie, isFor: readsLeases, group: "figures" },
  { to: "/satisfaction", word: "satisfaction", icon: Smile, isFor: readsRules, group: "figures" },
  {
    ...{ to: "/hand-over", word: "handOver", icon: ArrowRightLeft, group: "keeping" },
    isFor: readsLeases,
  },
  {
    ...{ to: "/register/staged", word: "staged", icon: Inbox, group: "keeping" },
    isFor: (actor: Actor) => writesAll(actor, "register"),
  },
  {
    ...{ to: "/people", word: "users", icon: Users, group: "keeping" },
    isFor: (actor: Actor) => may(actor, "people", "read"),
  },
  {
    ...{ to: "/audit", word: "audit", icon: History, group: "keeping" },
    isFor: (actor: Actor) => may(actor, "audit", "read"),
  },
  {
    ...{ to: "/jobs", word: "jobs", icon: Send, group: "keeping" },
    isFor: (actor: Actor) => may(actor, "settings", "write"),
  },
] as const satisfies readonly PlaceInMenu[];

export type Place = (typeof places)[number]["to"];

/** Where an actor may go, in the order of the menu. @example placesOf(leader) // ["/place", "/portfolio"] */
export const placesOf = (actor: Actor): Place[] =>
  places.filter((place) => place.isFor(actor)).map((place) => place.to);

/** Roles that work with the portfolio as a whole begin on the map, even where they also lead an institution. */
const rolesOnTheMap: Role[] = ["administrator", "manager", "planner", "administrationUser", "auditor"];

/** Where an actor begins: the map, one's own place, one's own work, or (null) the front page itself. */
export function homeOf(actor: Actor): Place | null {
  if (rolesOnTheMap.some((role) => hasRole(actor, role))) return "/portfolio";
  if (hasRole(actor, "leader")) return "/place";
  return hasRole(actor, "craftsman") ? "/work" : null;
}

/** The menu of someone who has these places; for nobody the front page alone. */
export function useNavigation(to: readonly Place[]): NavigationItem[] {
  const words = useWords(shell);
  if (to.length === 0) return [{ to: "/", label: words.home, icon: House, exists: true, isExact: true }];
  return places
    .filter((place) => to.includes(place.to))
    .map(({ to, word, icon, group }: PlaceInMenu) => {
      return { to, icon, label: words.places[word], exists: true, group: group && words.groups[group] };
    });
}
