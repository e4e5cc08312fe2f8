import { useEffect, useRef } from "react";

/**
 * Lets a form's own field follow a value that changes under it, and leaves it alone while the page wakes: what somebody
 * typed or ticked before the scripts had come stays as they left it.
 * @example useOnChange(text, () => (input.value = text))
 */
export function useOnChange<Value>(value: Value, onChange: () => void) {
  const seen = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (Object.is(seen.current, value)) return;
    seen.current = value;
    latest.current();
  }, [value]);
}
