import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { Link } from "./link.tsx";

/** One `primary` a screen; `plain` for what stands in a row of tools; `danger` asks once before it acts. */
export type ButtonLook = "primary" | "secondary" | "plain" | "danger";

type Face = { look?: ButtonLook; icon?: LucideIcon; isCompact?: boolean; children: ReactNode };

const LOOKS: Record<ButtonLook, string> = {
  primary: "border-blue bg-blue text-white hover:border-blue-deep hover:bg-blue-deep",
  secondary: "border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken",
  plain: "border-transparent bg-transparent text-blue hover:bg-blue-tint",
  danger: "border-bad bg-surface text-bad hover:bg-bad-tint",
};

/** The classes of a button, for the rare element that must look like one (a `summary`, a file label). */
export function buttonClass(look: ButtonLook = "secondary", isCompact = false): string {
  const size = isCompact ? "min-h-8 px-2.5 text-sm" : "min-h-9 px-3.5 pointer-coarse:min-h-11";
  return `inline-flex items-center justify-center gap-2 rounded-base border font-semibold whitespace-nowrap no-underline
    transition-colors disabled:cursor-not-allowed disabled:opacity-60 ${size} ${LOOKS[look]}`;
}

type ButtonProps = Face & Omit<ComponentPropsWithoutRef<"button">, keyof Face>;

/** Does something here. @example <Button look="primary" type="submit">Gem</Button> */
export function Button({
  look,
  icon,
  isCompact,
  className = "",
  type = "button",
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={`${buttonClass(look, isCompact)} ${className}`} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

type LinkButtonProps = Face & Omit<ComponentPropsWithoutRef<typeof Link>, keyof Face>;

/** Goes somewhere; `reloadDocument` for a file to fetch. @example <LinkButton to="/export.xlsx" reloadDocument>Hent</LinkButton> */
export function LinkButton({ look, icon, isCompact, className = "", children, ...rest }: LinkButtonProps) {
  return (
    <Link className={`${buttonClass(look, isCompact)} ${className}`} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<ComponentPropsWithoutRef<"button">, "children"> & {
  icon: LucideIcon;
  label: string;
};

/** A button with only a picture; its word is read aloud and shown on hover. */
export function IconButton({ icon, label, className = "", type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={`inline-flex size-9 items-center justify-center rounded-base text-ink-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11 ${className}`}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  );
}
