import { ORPCError } from '@orpc/client';
import type { CallErrorCode, callErrors, ErrorCode, TransportErrorCode } from '#contract/errors.ts';

type DataOf<Code extends CallErrorCode> = (typeof callErrors)[Code] extends { data: { _zod: { output: infer Data } } }
  ? Data
  : undefined;

/** A failure as the screens see it: one of the contract's codes with its data, or a code of the way to the core. */
export type Failure =
  | { [Code in CallErrorCode]: { code: Code; data: DataOf<Code> } }[CallErrorCode]
  | { code: TransportErrorCode; data: undefined };

/** What every call rejects with; `failure` can be switched over exhaustively. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`call failed: ${failure.code}`, options);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

const contractCodes: Record<CallErrorCode, true> = {
  notSignedIn: true,
  notAllowed: true,
  notFound: true,
  wrongPin: true,
  lineNotUsable: true,
  variablesMissing: true,
  locked: true,
  recoveryKeyRefused: true,
  stepRefused: true,
  outOfDate: true,
  backupUnusable: true,
  enrolmentRefused: true,
  publishingRefused: true,
  incidentRefused: true,
  storageFull: true,
};

const transportCodes: Record<TransportErrorCode, true> = {
  coreUnavailable: true,
  timedOut: true,
  invalidInput: true,
  unknownCall: true,
  internal: true,
};

/** The library's own codes for what the contract does not declare. */
const libraryCodes: Record<string, TransportErrorCode> = {
  BAD_REQUEST: 'invalidInput',
  NOT_FOUND: 'unknownCall',
  TIMEOUT: 'timedOut',
  SERVICE_UNAVAILABLE: 'coreUnavailable',
};

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(contractCodes, code) || Object.hasOwn(transportCodes, code);
}

/** Turns anything a call can throw into a failure; what nobody foresaw is `internal`. */
export function toFailure(error: unknown): Failure {
  if (error instanceof CallFailure) return error.failure;
  if (error instanceof ORPCError) {
    const code: string = error.code;
    // The contract's own codes carry the data its schema describes; the core validated it before it was sent.
    if (isErrorCode(code)) return { code, data: error.data } as Failure;
    return { code: libraryCodes[code] ?? 'internal', data: undefined };
  }
  return { code: 'internal', data: undefined };
}
