import { type ClientLink, type ClientOptions, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#contract/contract.ts';
import type { StartFailure } from '#contract/host.ts';
import { CallFailure, toFailure } from './call-failure.ts';

/** How long a call may take before it fails with `timedOut`; a call may bring its own limit. */
const DEFAULT_TIMEOUT_MS = 5_000;

interface CallContext {
  /** Milliseconds until the call fails with `timedOut`. */
  timeoutMs?: number;
}

export type CoreClient = ContractRouterClient<Contract, CallContext>;

export type ConnectionState =
  | { kind: 'connecting' }
  /** `generation` counts the ports, so that a new one is seen as a change. */
  | { kind: 'connected'; generation: number }
  | {
      kind: 'unavailable';
      reason: 'starting' | 'crashed' | 'dataFolder';
      retryInMs: number;
      detail?: string;
      failure?: StartFailure;
      dataDir?: string;
    };

export interface CoreConnection {
  readonly client: CoreClient;
  readonly state: () => ConnectionState;
  /** Calls the listener after every change of the state; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes a fresh port; calls still waiting on the one before fail with `coreUnavailable`. */
  readonly attach: (port: MessagePort) => void;
  /** The core is away: calls in flight and new ones fail with `coreUnavailable` until the next `attach`. */
  readonly lose: (state: Extract<ConnectionState, { kind: 'unavailable' }>) => void;
}

interface Wire {
  readonly port: MessagePort;
  readonly link: ClientLink<CallContext>;
  readonly lost: AbortController;
}

const unavailable = () => new CallFailure({ code: 'coreUnavailable', data: undefined });

/** One connection to the core for the life of the window; ports come and go underneath it. */
export function createCoreConnection(defaultTimeoutMs = DEFAULT_TIMEOUT_MS): CoreConnection {
  const listeners = new Set<() => void>();
  let state: ConnectionState = { kind: 'connecting' };
  let wire: Wire | null = null;
  let generation = 0;

  const change = (next: ConnectionState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const drop = () => {
    const old = wire;
    wire = null;
    old?.lost.abort();
    old?.port.close();
  };

  const call = async (path: readonly string[], input: unknown, options: ClientOptions<CallContext>) => {
    if (wire === null) throw unavailable();
    return callOver(wire, path, input, options, options.context.timeoutMs ?? defaultTimeoutMs);
  };

  return {
    client: createORPCClient<CoreClient>({ call }),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(port) {
      drop();
      const fresh: Wire = { port, link: new RPCLink<CallContext>({ port }), lost: new AbortController() };
      wire = fresh;
      port.addEventListener('close', () => {
        if (wire !== fresh) return;
        drop();
        change({ kind: 'unavailable', reason: 'crashed', retryInMs: 0 });
      });
      port.start();
      generation += 1;
      change({ kind: 'connected', generation });
    },
    lose(next) {
      drop();
      change(next);
    },
  };
}

/** One call over one wire: ends with the answer, the wire's loss, the time limit or the caller's abort, whichever is first. */
async function callOver(
  wire: Wire,
  path: readonly string[],
  input: unknown,
  options: ClientOptions<CallContext>,
  timeoutMs: number,
): Promise<unknown> {
  const late = new AbortController();
  const signals = [wire.lost.signal, late.signal, ...(options.signal ? [options.signal] : [])];
  const ended = AbortSignal.any(signals);
  const timer = setTimeout(() => late.abort(), timeoutMs);
  let stopWaiting = () => {};
  const cut = new Promise<never>((_, reject) => {
    const refuse = () => reject(reasonOf(wire, late, options));
    if (ended.aborted) refuse();
    ended.addEventListener('abort', refuse, { once: true });
    stopWaiting = () => ended.removeEventListener('abort', refuse);
  });
  cut.catch(() => {});
  try {
    return await Promise.race([wire.link.call(path, input, { ...options, signal: ended }), cut]);
  } catch (error) {
    if (ended.aborted) throw reasonOf(wire, late, options);
    throw error instanceof CallFailure ? error : new CallFailure(toFailure(error), { cause: error });
  } finally {
    clearTimeout(timer);
    stopWaiting();
  }
}

function reasonOf(wire: Wire, late: AbortController, options: ClientOptions<CallContext>): unknown {
  if (wire.lost.signal.aborted) return unavailable();
  if (late.signal.aborted) return new CallFailure({ code: 'timedOut', data: undefined });
  return options.signal?.reason ?? unavailable();
}
