import type { Page } from '@playwright/test';
import type { Role } from '#contract/vocabulary.ts';
import type { DeskClient } from '../drive/seed-desk.ts';

export interface Scene {
  name: string;
  /** Who sits at the desk. */
  role: Role;
  /** What happened on this desk before it is started; beside the look's settings, which are set for everybody. */
  seed?(client: DeskClient, userData: string): Promise<void>;
  /** What happened was under an older release of the wording. */
  older?: boolean;
  /** It mounts a disk of its own, which takes root; left out without. */
  asRoot?: boolean;
  /** Where the app does not find the desk in order: seeds it and brings about what is the matter. */
  stage?(userData: string, seed: () => Promise<void>): Promise<Stage>;
  /** Leads from the freshly started desk to what is to be seen; on a stage, from the opened window. */
  act(page: Page): Promise<void>;
  /** Another window of the app is what is to be seen: opens it and leads to that. */
  window?(page: Page): Promise<Page>;
}

export interface Stage {
  switches?: readonly string[];
  /** After the window is open. */
  meanwhile?(): void;
  /** After the app is gone. */
  end?(): Promise<void> | void;
}
