import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Notice {
  tone: 'done' | 'problem';
  title: string;
  detail?: string;
}

type Tell = (notice: Notice) => void;
const TellContext = createContext<Tell | null>(null);
const DONE_STAYS_MS = 3_200;
const PROBLEM_STAYS_MS = 12_000;

/** Shows what was just done, or what went wrong, at the foot of the window; one at a time, read aloud, never in the way. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(Notice & { nonce: number }) | null>(null);
  const tell = useCallback<Tell>((notice) => setShown((last) => ({ ...notice, nonce: (last?.nonce ?? 0) + 1 })), []);
  const nonce = shown?.nonce;
  const stays = shown?.tone === 'problem' ? PROBLEM_STAYS_MS : DONE_STAYS_MS;

  useEffect(() => {
    if (nonce === undefined) return;
    const timer = setTimeout(() => setShown((last) => (last?.nonce === nonce ? null : last)), stays);
    return () => clearTimeout(timer);
  }, [nonce, stays]);

  const value = useMemo(() => tell, [tell]);
  return (
    <TellContext value={value}>
      {children}
      <div className="pointer-events-none fixed inset-x-0 bottom-5 z-[60] flex justify-center px-4">
        <div role="status" aria-live="polite" aria-atomic="true" className="max-w-[36rem]">
          {shown ? (
            <div
              key={shown.nonce}
              className="appear pointer-events-auto flex items-start gap-3 rounded-base border border-edge-strong bg-panel py-2.5 pr-2 pl-4 shadow-float"
            >
              {shown.tone === 'done' ? (
                <CircleCheck className="mt-0.5 size-[1.125rem] shrink-0 text-ok" aria-hidden />
              ) : (
                <CircleAlert className="mt-0.5 size-[1.125rem] shrink-0 text-never" aria-hidden />
              )}
              <div className="min-w-0">
                <p className="text-body font-semibold">{shown.title}</p>
                {shown.detail ? <p className="line-clamp-3 text-note text-ink-2">{shown.detail}</p> : null}
              </div>
              <button
                type="button"
                aria-label={t('frame.close')}
                onClick={() => setShown(null)}
                className="rounded-small p-1 text-ink-3 hover:bg-hover hover:text-ink"
              >
                <X className="size-4" aria-hidden />
              </button>
            </div>
          ) : null}
        </div>
      </div>
    </TellContext>
  );
}

/** Tells the person something at the foot of the window. */
export function useTell(): Tell {
  const tell = useContext(TellContext);
  if (tell === null) throw new Error('NoticeProvider is missing above this component');
  return tell;
}
