import { readFileSync } from 'node:fs';
import { z } from 'zod';

const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL begins with postgres://')
    .optional(),
  COUNTERPART_SERVER_DATA: z.string().min(1).default('counterpart-server'),
  COUNTERPART_SERVER_KEY: z.string().optional(),
  COUNTERPART_SERVER_KEY_FILE: z.string().optional(),
  COUNTERPART_METRICS_TOKEN: z.string().min(16).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  PATIENCE_MS: z.coerce.number().int().min(1).max(20_000).default(250),
});

export interface ServerConfig {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** 32 bytes; everything at rest and every token derives from it. */
  readonly masterKey: Uint8Array;
  readonly metricsToken: string | null;
  readonly requestsPerMinute: number;
  /** A request that would wait longer than this for its turn is told when to come back. */
  readonly patienceMs: number;
}

/** What is set is not usable; the message says which setting and what it needs, never its value. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

/** Where the data is; what only copies it needs no key. Throws ConfigRefused. */
export function placeOfData(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<ServerConfig, 'databaseUrl' | 'dataDir'> {
  const { DATABASE_URL, COUNTERPART_SERVER_DATA } = environmentSchema.parse(environment);
  return { databaseUrl: DATABASE_URL ?? null, dataDir: COUNTERPART_SERVER_DATA };
}

const KEY_BYTES = 32;

/** Reads the settings from the environment; throws ConfigRefused. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ServerConfig {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    throw new ConfigRefused(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const settings = read.data;
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    dataDir: settings.COUNTERPART_SERVER_DATA,
    host: settings.HOST,
    port: settings.PORT,
    masterKey: masterKeyOf(
      settings.COUNTERPART_SERVER_KEY,
      settings.COUNTERPART_SERVER_KEY_FILE ?? keyFileBeside(settings.COUNTERPART_SERVER_DATA),
    ),
    metricsToken: settings.COUNTERPART_METRICS_TOKEN ?? null,
    requestsPerMinute: settings.REQUESTS_PER_MINUTE,
    patienceMs: settings.PATIENCE_MS,
  };
}

function masterKeyOf(key: string | undefined, file: string): Uint8Array {
  const text = key ?? readKeyFile(file);
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== KEY_BYTES) throw new ConfigRefused('the server key: 32 bytes in base64');
  return bytes;
}

/** Where the key lies unless told otherwise: beside the data folder, so that a copy of the data alone opens nothing. */
export const keyFileBeside = (dataDir: string): string => `${dataDir.replace(/[/\\]+$/, '')}.key`;

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigRefused(
      'COUNTERPART_SERVER_KEY or COUNTERPART_SERVER_KEY_FILE: needed, 32 bytes in base64; the command init makes one',
    );
  }
}
