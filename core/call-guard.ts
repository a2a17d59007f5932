import { ORPCError } from '@orpc/server';
import { databaseFailure } from './db/database-failure.ts';
import type { Ids } from './ids.ts';
import type { Logger } from './logger.ts';

interface Call {
  readonly path: readonly string[];
  next(): Promise<unknown>;
}

/**
 * Stands around every call. A full disk becomes the typed failure `storageFull` (the transaction is undone, what was
 * kept stays); a bug is logged with a request id and crosses as an error without its message or stack.
 */
export function guardCalls(logger: Logger, ids: Ids, onFull: () => void = () => undefined) {
  return async ({ path, next }: Call): Promise<unknown> => {
    try {
      return await next();
    } catch (error) {
      if (error instanceof ORPCError) throw error;
      if (databaseFailure(error) === 'full') {
        logger.error(`${path.join('.')} found the disk full`);
        onFull();
        throw new ORPCError('storageFull', { defined: true });
      }
      const requestId = ids.next();
      logger.error(`${path.join('.')} failed (request ${requestId})`, error);
      throw new ORPCError('INTERNAL_SERVER_ERROR', { message: `internal error, request ${requestId}` });
    }
  };
}
