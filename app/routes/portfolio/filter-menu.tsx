import { ChevronDown } from "lucide-react";
import { useRef } from "react";
import { buttonClass } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { useDismiss } from "#app/components/use-dismiss.ts";
import { useOnChange } from "#app/components/use-on-change.ts";

type FilterMenuProps = {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
};

/** Any of a few: a menu of check boxes that works as part of its form. */
export function FilterMenu({ label, name, options, chosen }: FilterMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useDismiss(details);
  return (
    <details ref={details} className="group relative">
      <summary
        className={`${buttonClass("secondary")} group-open:border-blue ${chosen.length > 0 ? "border-blue! text-blue!" : ""}`}
      >
        <span className="font-medium">{label}</span>
        {chosen.length > 0 ? (
          <span className="min-w-4 rounded-base bg-blue px-1 text-center text-xs leading-4 text-white">
            {chosen.length}
          </span>
        ) : (
          <Icon of={ChevronDown} className="size-4" />
        )}
      </summary>
      <div className="z-40 overflow-y-auto rounded-base border border-line bg-surface p-1 shadow-base max-md:fixed max-md:inset-x-2 max-md:bottom-16 max-md:max-h-[60dvh] md:absolute md:top-full md:left-0 md:mt-1 md:max-h-96 md:w-72">
        <CheckList {...{ name, options, chosen }} />
      </div>
    </details>
  );
}

/** The check boxes alone, where there is room for all of them. */
export function CheckList({ name, options, chosen }: Omit<FilterMenuProps, "label">) {
  return (
    <ul>
      {options.map(({ value, label }) => (
        <li key={value}>
          <label className="flex min-h-8 items-center gap-2.5 rounded-base px-2 hover:bg-sunken pointer-coarse:min-h-11">
            <Box name={name} value={value} isChosen={chosen.includes(value)} />
            <span className="truncate">{label}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A box that is the form's own, and follows the address when a chip, a link or the history changes it. */
function Box({ name, value, isChosen }: { name: string; value: string; isChosen: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  useOnChange(isChosen, () => {
    if (box.current) box.current.checked = isChosen;
  });
  return (
    <input
      ref={box}
      type="checkbox"
      {...{ name, value }}
      defaultChecked={isChosen}
      className="size-4.5 shrink-0"
    />
  );
}
