import type { StartChild } from './child-link.ts';

/** What only the shell around the core can do for imports and exports. */
export interface ExchangeHost {
  /** The path behind a token that the shell gave a window for a file somebody chose; null when there is none. */
  chosenPath(token: string): Promise<string | null>;
  startChild: StartChild;
  /** Prints a page of plain HTML (UTF-8), which may ask for nothing from outside, and gives the PDF. */
  printPage(page: Uint8Array): Promise<Uint8Array>;
}

/** A core without a shell: nobody can choose a file there. */
export const noExchangeHost: ExchangeHost = {
  chosenPath: async () => null,
  startChild() {
    throw new Error('this core was started without a shell');
  },
  printPage: () => Promise.reject(new Error('this core was started without a shell')),
};
