import { Phone } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { useWords } from "#app/i18n/use-words.tsx";

export interface EmergencyNumber {
  phone: string;
  isFictitious: boolean;
}

/** Danger or running water: the number comes first, large enough for a shaking thumb, and the form waits. */
export function Emergency({ kind, number }: { kind: "danger" | "runningWater"; number: EmergencyNumber }) {
  const words = useWords(area).emergency;
  return (
    <div role="alert" className="flex flex-col gap-2 rounded-base border-l-4 border-bad bg-bad-tint p-4">
      <p className="font-semibold">{words[kind]}</p>
      <a
        href={`tel:${number.phone.replace(/[^+\d]/g, "")}`}
        className="flex min-h-12 items-center justify-center gap-2 rounded-base bg-bad px-4 font-semibold text-white no-underline"
      >
        <Icon of={Phone} />
        {words.call(number.phone)}
      </a>
      <p className="text-sm">
        {words.after} {number.isFictitious && words.isFictitious}
      </p>
    </div>
  );
}
