import { useEffect, useRef } from "react";

const prefix = "use-report:";

/** A private window or a full disk may refuse: then what is typed lives as long as the page. */
function onPhone<T>(work: (memory: Storage) => T): T | null {
  try {
    return work(localStorage);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/**
 * Keeps what is typed into a form on this device while it is typed, and puts it back when the form opens again; `isSent`
 * takes it away. Signing out empties the device's memory.
 */
export function useKeptForm(key: string, isSent: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    if (isSent) onPhone((memory) => memory.removeItem(prefix + key));
    if (!element || isSent) return;
    const keep = () => {
      const typed = [...new FormData(element)].filter(([, value]) => typeof value === "string");
      onPhone((memory) =>
        memory.setItem(prefix + key, String(new URLSearchParams(typed as [string, string][]))),
      );
    };
    const kept = onPhone((memory) => memory.getItem(prefix + key));
    // What was typed before the script came is newer than what the device holds.
    if (isTouched(element)) keep();
    else if (kept) fill(element, new URLSearchParams(kept));
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [key, isSent]);
  return form;
}

const controlsOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>("input[name]")];

const isTouched = (form: HTMLFormElement): boolean =>
  controlsOf(form).some((control) =>
    control.type === "radio"
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue,
  );

function fill(form: HTMLFormElement, typed: URLSearchParams): void {
  for (const control of controlsOf(form)) {
    const value = typed.get(control.name);
    if (value === null || control.type === "hidden") continue;
    if (control.type === "radio") control.checked = control.value === value;
    else control.value = value;
  }
}
