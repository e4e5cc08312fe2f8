/** The product's own mark: three buildings, one of them lit. */
export function Mark({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <path fill="currentColor" d="M2 10.5 6.5 7 11 10.5V22H2Z" opacity="0.75" />
      <path fill="currentColor" d="M17 14h5v8h-5Z" opacity="0.75" />
      <path className="fill-[#f2a154]" d="M9.5 2h6v20h-6Z" />
    </svg>
  );
}
