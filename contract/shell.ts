import type { Language } from './vocabulary.ts';

/** What a window learns about its way to the core. A port is used once; a new one comes after every restart of the core. */
export type CoreConnection =
  | { kind: 'port'; port: MessagePort }
  | { kind: 'unavailable'; attempt: number; retryInMs: number; reason: 'starting' | 'crashed' | 'dataFolder' };

/** The few things a window may ask of the shell around it; everything else goes over the port to the core. */
export interface CounterpartShell {
  /** Calls the listener for every change of the connection, at once with the present state. */
  onCoreConnection(listener: (connection: CoreConnection) => void): void;
  /** Puts plain text on the system's clipboard; resolves once it is there. */
  copyText(text: string): Promise<void>;
  /** Opens the system's print dialogue for what the window shows (print style sheet). */
  print(): Promise<void>;
  /** Title bar, menus and the spell checker follow the person's language. */
  setLanguage(language: Language): Promise<void>;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly appVersion: string;
}
