import { type Failure, toFailure } from '#renderer/core-client/call-failure.ts';

/** Text a person typed that the core does not hold yet, or holds in a tidied form while the field has the focus. */
export interface Draft {
  readonly text: string;
  /** Not stored yet. */
  readonly dirty: boolean;
  /** Why it could not be stored; the text stays here and is tried again. */
  readonly failure: Failure | null;
}

type Save = (text: string) => Promise<unknown>;

interface Page {
  draft: Draft;
  save: Save;
  left: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  /** Saves of one field follow one another, so that the last word stays the last. */
  saving: Promise<boolean> | null;
}

export interface DraftBook {
  read(key: string): Draft | undefined;
  /** The texts whose keys begin with the prefix, by the rest of the key, as JSON: equal texts are equal values. */
  textsUnder(prefix: string): string;
  subscribe(listener: () => void): () => void;
  /** Keeps the text and stores it after the delay; without a delay it waits for the next `write`, `leave` or `flush`. */
  write(key: string, text: string, save: Save, delayMs: number | null): void;
  /** The field was left: stored at once, and forgotten once it is. */
  leave(key: string): void;
  /** Stores everything that is not stored yet; false when something was refused or could not be stored. */
  flush(): Promise<boolean>;
}

/** Everything typed on the desk that is still on its way to the core. It outlives columns, stages and the core itself. */
export function createDraftBook(): DraftBook {
  const pages = new Map<string, Page>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  const put = (key: string, page: Page, draft: Draft) => {
    page.draft = draft;
    if (page.left && !draft.dirty) pages.delete(key);
    tell();
  };

  async function storeOnce(key: string, page: Page): Promise<boolean> {
    const { text } = page.draft;
    try {
      await page.save(text);
      if (page.draft.text === text) put(key, page, { text, dirty: false, failure: null });
      return true;
    } catch (error) {
      put(key, page, { ...page.draft, failure: toFailure(error) });
      return false;
    }
  }

  async function storeUntilClean(key: string, page: Page): Promise<boolean> {
    while (page.draft.dirty) {
      if (!(await storeOnce(key, page))) return false;
    }
    return true;
  }

  function store(key: string, page: Page): Promise<boolean> {
    if (page.timer !== null) clearTimeout(page.timer);
    page.timer = null;
    page.saving ??= storeUntilClean(key, page).finally(() => {
      page.saving = null;
    });
    return page.saving;
  }

  return {
    read: (key) => pages.get(key)?.draft,
    textsUnder: (prefix) =>
      JSON.stringify(
        Object.fromEntries(
          [...pages].flatMap(([key, page]) =>
            key.startsWith(prefix) ? [[key.slice(prefix.length), page.draft.text]] : [],
          ),
        ),
      ),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write(key, text, save, delayMs) {
      const page: Page = pages.get(key) ?? {
        draft: { text, dirty: true, failure: null },
        save,
        left: false,
        timer: null,
        saving: null,
      };
      pages.set(key, page);
      if (page.timer !== null) clearTimeout(page.timer);
      Object.assign(page, { save, left: false, timer: null });
      put(key, page, { text, dirty: true, failure: null });
      if (delayMs !== null) page.timer = setTimeout(() => void store(key, page), delayMs);
    },
    leave(key) {
      const page = pages.get(key);
      if (!page) return;
      page.left = true;
      if (page.draft.dirty) void store(key, page);
      else put(key, page, page.draft);
    },
    async flush() {
      const stored = await Promise.all(
        [...pages].filter(([, page]) => page.draft.dirty).map(([key, page]) => store(key, page)),
      );
      return stored.every(Boolean);
    },
  };
}
