import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";

/** Stands where something will come, at its size (`className`), so that nothing moves when it does. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-pulse rounded-base bg-line ${className}`} />;
}

/** The rows of a table that is on its way. */
export function SkeletonRows({ count = 8 }: { count?: number }) {
  const words = useWords(common);
  return (
    <div role="status" aria-label={words.loading} className="flex flex-col px-4">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex h-9 items-center gap-6 border-b border-line last:border-b-0">
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="h-3 w-1/5" />
          <Skeleton className="h-3 w-1/6" />
        </div>
      ))}
    </div>
  );
}
