import { createContext, type ReactNode, useContext } from 'react';

interface Links {
  titles: Readonly<Record<string, string>>;
  onOpen: (entryId: string) => void;
}

const LinksContext = createContext<Links>({ titles: {}, onOpen: () => undefined });

/** Names the entries that the parts below may lead to. */
export function LinksProvider({ titles, onOpen, children }: Links & { children: ReactNode }) {
  return <LinksContext value={{ titles, onOpen }}>{children}</LinksContext>;
}

/** One named part of an entry. */
export function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="grid gap-1">
      <h3 className="text-note font-semibold text-ink-2">{heading}</h3>
      <div className="text-body" lang="zh-CN">
        {children}
      </div>
    </section>
  );
}

/** Leads to another entry by its title; an entry this release does not have shows its id as plain text. */
export function EntryLink({ entryId }: { entryId: string }) {
  const { titles, onOpen } = useContext(LinksContext);
  const title = titles[entryId];
  if (title === undefined) return <span>{entryId}</span>;
  return (
    <button
      type="button"
      onClick={() => onOpen(entryId)}
      className="rounded-small text-left text-accent underline decoration-edge-strong underline-offset-4 hover:decoration-current"
    >
      {title}
    </button>
  );
}

export function EntryLinks({ entryIds }: { entryIds: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {entryIds.map((entryId) => (
        <li key={entryId}>
          <EntryLink entryId={entryId} />
        </li>
      ))}
    </ul>
  );
}

/** A part that is a list of entries, left out when there are none. */
export function LinksPart({ heading, entryIds }: { heading: string; entryIds: readonly string[] }) {
  if (entryIds.length === 0) return null;
  return (
    <Part heading={heading}>
      <EntryLinks entryIds={entryIds} />
    </Part>
  );
}

/** A part that is a list of sentences, left out when there are none. */
export function TextsPart({ heading, texts }: { heading: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Part heading={heading}>
      <ul className="list-disc pl-5">
        {texts.map((text) => (
          <li key={text} className="spoken">
            {text}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** What is said, large and breaking where one draws breath. */
export function Spoken({ children }: { children: ReactNode }) {
  return (
    <p
      className="spoken measure rounded-large border border-edge bg-panel px-4 py-3 text-field whitespace-pre-wrap"
      lang="zh-CN"
    >
      {children}
    </p>
  );
}
