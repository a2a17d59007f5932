import type { Principal } from '../auth/tokens.ts';

/** What a handler knows of the request: who proved to be asking, and since when it is over. */
export interface ServerContext {
  readonly principal: Principal | null;
  /** Why nobody is proven, where the caller tried to be. */
  readonly refused: string;
  readonly signal: AbortSignal;
}
