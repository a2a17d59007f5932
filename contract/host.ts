import { z } from 'zod';
import { deskNoticeSchema, orderCountsSchema } from './reminders.ts';

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * What a port may call: a window of the desk everything, the quick bar what finds and takes a line, the window before a
 * customer its own slip and nothing else.
 */
export const portScopeSchema = z.enum(['desk', 'quickBar', 'counter']);
export type PortScope = z.infer<typeof portScopeSchema>;

/**
 * What the shell (Electron's main process) and the core process say to each other beside the windows' ports. The same
 * messages travel over a utilityProcess and over a forked Node; only there do `port…` messages carry the windows' bytes.
 */
export const startSchema = z.object({
  kind: z.literal('start'),
  dataDir: z.string(),
  /** The compiled starter release, a file inside the app. */
  starterReleaseFile: z.string(),
  /** The bundled verification worker, a file inside the app. */
  verifyWorkerFile: z.string(),
  /** One id for each start of the app, so that a restarted core knows the person at the desk is still the same. */
  runId: z.string(),
  /** Told to the server, so that it knows which desks are behind. */
  appVersion: z.string(),
  /** 32 bytes from the keystore or key file; null when this PC has none yet. */
  dataKey: bytesSchema.nullable(),
  keyProtection: z.enum(['keystore', 'keyFile']),
});
export type Start = z.infer<typeof startSchema>;

/** What a process of its own does for an import or an export; see core/library/exchange/child-link.ts. */
export const childTaskSchema = z.enum(['parse', 'export']);
export type ChildTask = z.infer<typeof childTaskSchema>;

export const toCoreSchema = z.discriminatedUnion('kind', [
  startSchema,
  z.object({ kind: z.literal('connect'), portId: z.int().nullable(), scope: portScopeSchema }),
  z.object({ kind: z.literal('portMessage'), portId: z.int(), data: z.unknown() }),
  z.object({ kind: z.literal('portClosed'), portId: z.int() }),
  z.object({ kind: z.literal('keyStored'), requestId: z.int(), ok: z.boolean() }),
  /** A person chose a file; a window knows it by the token only. */
  z.object({ kind: z.literal('fileChosen'), token: z.string(), path: z.string() }),
  z.object({ kind: z.literal('childMessage'), childId: z.int(), data: z.unknown() }),
  z.object({ kind: z.literal('childEnded'), childId: z.int(), why: z.enum(['memory', 'failed']) }),
  z.object({ kind: z.literal('pagePrinted'), requestId: z.int(), pdf: bytesSchema.nullable() }),
  z.object({ kind: z.literal('stop') }),
]);
export type ToCore = z.infer<typeof toCoreSchema>;

/** Why a core cannot start at all; the shell tells the person and offers to try again. */
export const startFailureSchema = z.enum([
  'newerDatabase',
  'migrationFailed',
  'dataFolder',
  /** The data folder is on a network share. */
  'networkFolder',
  /** The data folder is inside a folder that a service keeps in step with other computers. */
  'syncFolder',
  /** Another desk, started by somebody else or with other settings, writes into this data folder. */
  'folderInUse',
  /** Nothing may be written into the data folder. */
  'readOnlyFolder',
  /** The disk has no space left to open the database. */
  'storageFull',
  'release',
  'internal',
]);
export type StartFailure = z.infer<typeof startFailureSchema>;

export const fromCoreSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), failure: startFailureSchema, detail: z.string() }),
  z.object({ kind: z.literal('portMessage'), portId: z.int(), data: z.unknown() }),
  z.object({ kind: z.literal('storeKey'), requestId: z.int(), dataKey: bytesSchema }),
  z.object({
    kind: z.literal('startChild'),
    childId: z.int(),
    task: childTaskSchema,
    /** Bytes of resident memory above which the shell ends it. */
    memoryLimit: z.int(),
  }),
  z.object({ kind: z.literal('childMessage'), childId: z.int(), data: z.unknown() }),
  z.object({ kind: z.literal('endChild'), childId: z.int() }),
  /** Prints a page of plain HTML to PDF. */
  z.object({ kind: z.literal('printPage'), requestId: z.int(), page: bytesSchema }),
  /** Limits, alerts and clock setbacks for the people at this desk, and the counts for the badge. */
  z.object({ kind: z.literal('told'), notices: z.array(deskNoticeSchema), counts: orderCountsSchema }),
  /** The core wants to be started afresh, for example with the key it has just recovered. */
  z.object({ kind: z.literal('restart') }),
]);
export type FromCore = z.infer<typeof fromCoreSchema>;
