import { useNavigate } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { FormEvent } from "react";
import { withParams } from "./portfolio-url.ts";

const typingPauseMs = 350;

/**
 * Sends the form as it changes: check boxes and lists at once, typed text and numbers when the typing pauses, and what
 * was changed before the page's scripts had come as soon as they have.
 */
export function useLiveForm() {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const go = useRef((_: HTMLFormElement, _replace: boolean) => {});
  go.current = (element, replace) => {
    clearTimeout(timer.current);
    navigate(queryOf(element), { replace, preventScrollReset: true });
  };
  useEffect(() => {
    if (form.current && isAltered(form.current)) go.current(form.current, true);
    return () => clearTimeout(timer.current);
  }, []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    const field = event.target as HTMLInputElement;
    const isTyped = ["search", "number", "date"].includes(field.type);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => form.current && go.current(form.current, field.type === "search"),
      isTyped ? typingPauseMs : 0,
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    go.current(event.currentTarget, false);
  };
  return { form, send, submit };
}

/** What the form says, as a query without its empty fields. */
const queryOf = (form: HTMLFormElement): string =>
  withParams(
    new URLSearchParams(
      [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]),
    ),
    {},
  );

/** Whether a field says something else than the page was sent with. */
const isAltered = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected && !option.defaultSelected && option.value);
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === "checkbox"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });
