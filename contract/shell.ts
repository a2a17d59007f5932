import type { StartFailure } from './host.ts';
import type { ExportFormat } from './library-exchange.ts';
import type { QuickBarPlace } from './quick-bar/terms.ts';
import type { Language } from './vocabulary.ts';

/** The `type` of every window message about the way to the core. */
export const coreMessageType = 'counterpart:core';

/**
 * What a window hears by `window.postMessage` from its preload (a port cannot cross the context bridge; it can ride on a
 * message): with `port` the MessagePort is `event.ports[0]`, used once; a new one comes after every restart of the core.
 */
export type CoreMessage =
  | { type: typeof coreMessageType; kind: 'port' }
  | {
      type: typeof coreMessageType;
      kind: 'unavailable';
      reason: 'starting' | 'crashed' | 'dataFolder';
      attempt: number;
      retryInMs: number;
      /** One sentence for the person when the data folder cannot be used (another copy is running, newer database …). */
      detail?: string;
      /** Which of the reasons for which a core cannot start it was. */
      failure?: StartFailure;
      /** The folder that it is about. */
      dataDir?: string;
    };

/** A file a person chose in the system's own dialogue. The path stays with the shell; the core asks for it by the token. */
export interface ChosenFile {
  token: string;
  /** Its last part, to show. */
  name: string;
}

/** The `type` of the message that leads a window to what a notification was about. */
export const openMessageType = 'counterpart:open';

/**
 * A notification or the tray was clicked, or the quick bar leads on: the window goes to the place, and to the order, the
 * incident, the line or the search if one is named.
 */
export interface OpenMessage {
  type: typeof openMessageType;
  open:
    | { place: 'orders'; workOrderId: string | null }
    | { place: 'incidents'; incidentId: string }
    | { place: 'desk'; entryId?: string; text?: string };
}

/** The `type` of the message that tells the quick bar's page what became of its window. */
export const quickBarMessageType = 'counterpart:quickBar';

/** `left`: it stays at its edge, but the focus went back to the work. */
export interface QuickBarMessage {
  type: typeof quickBarMessageType;
  kind: 'shown' | 'moved' | 'left' | 'hidden';
  place: QuickBarPlace;
}

/** The keys that open the quick bar from any program; null where none do. */
export interface HotkeyState {
  hotkey: string | null;
  /** False while another program has them. */
  held: boolean;
  /** Other keys that were wanted just now and are not to be had; the ones before stay. */
  refused: string | null;
}

export interface QuickBarSettings extends HotkeyState {
  place: QuickBarPlace;
}

/** The few things a window may ask of the shell around it; everything else goes over the port to the core. */
export interface CounterpartShell {
  /** Asks for a way to the core: a `CoreMessage` answers, and again after every change. Call once a listener is in place. */
  requestCore(): void;
  /** Puts plain text on the system's clipboard; resolves once it is there. */
  copyText(text: string): Promise<void>;
  /** Lets the person choose a file with wording to read; null when they closed the dialogue. */
  chooseWordingFile(): Promise<ChosenFile | null>;
  /** The same for a file dropped on the window; null when what was dropped is no file on this PC. */
  takeDroppedFile(file: unknown): Promise<ChosenFile | null>;
  /** Lets the person say where an export goes; null when they closed the dialogue. `name` is proposed, without its ending. */
  chooseExportFile(request: { format: ExportFormat; name: string }): Promise<ChosenFile | null>;
  /** Lets the person choose a folder, on a stick, for signed releases; null when they closed the dialogue. */
  chooseReleaseFolder(): Promise<ChosenFile | null>;
  /** Opens the system's print dialogue for what the window shows (print style sheet). */
  print(): Promise<void>;
  /** Saves the same as one page of PDF where the person says; the name of the file, or null when they closed the dialogue. */
  savePage(name: string): Promise<string | null>;
  /** The same on as many pages as it takes, in the size of office paper. */
  savePages(name: string): Promise<string | null>;
  /** Opens the window that the customer sees, on the second display if there is one. */
  openCounter(): Promise<void>;
  closeCounter(): Promise<void>;
  /** The quick bar of this PC; asking tries once more for keys that another program had. */
  quickBarSettings(): Promise<QuickBarSettings>;
  changeQuickBar(change: { hotkey?: string | null; place?: QuickBarPlace }): Promise<QuickBarSettings>;
  openQuickBar(): Promise<void>;
  /** Menus and the spell checker follow the person's language. */
  setLanguage(language: Language): Promise<void>;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly appVersion: string;
}

/** All that the window before a customer may ask of the shell. */
export interface CounterShell {
  /** As in `CounterpartShell`; the way it gets leads to its slip and nowhere else. */
  requestCore(): void;
}

/** All that the quick bar may ask of the shell. */
export interface QuickBarShell {
  /** As in `CounterpartShell`; the way it gets leads to what finds and takes a line, and nowhere else. */
  requestCore(): void;
  /** As in `CounterpartShell`. */
  copyText(text: string): Promise<void>;
  /** A line was taken: the focus goes back to the work, and the bar with it unless it lies at an edge. */
  goBack(): Promise<void>;
  /** Puts the bar away, wherever it lies. */
  putAway(): Promise<void>;
  /** Lays it afloat or at an edge, from now on. */
  move(place: QuickBarPlace): Promise<void>;
  /** The page is drawn and needs this many pixels; at an edge the height is the screen's. */
  fit(size: { width: number; height: number }): Promise<void>;
  /** Brings the desk to the front, at a line or with a search. */
  openDesk(target: { entryId?: string; text?: string }): Promise<void>;
  readonly platform: 'linux' | 'darwin' | 'win32';
}
