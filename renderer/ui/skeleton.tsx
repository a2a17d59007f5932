/** Grey bars in place of content that is still on its way; they show only after 200 ms. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="late-appear flex flex-col gap-2.5 p-3">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move.
        <span key={index} className="h-4 rounded-small bg-edge even:w-4/5" />
      ))}
    </div>
  );
}
