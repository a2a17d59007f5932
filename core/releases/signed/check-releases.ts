import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { type ReleasePlan, releasePlanSchema } from '#contract/releases/plan.ts';
import type { ReleaseRefusal } from '#contract/releases/terms.ts';
import type { ReleaseFiles } from './release-files.ts';
import { RELEASE_TARGET, rootFile, snapshotFile, TIMESTAMP_FILE, targetFile, targetsFile } from './release-files.ts';
import { fetcherOver, METADATA_BASE, type SourceFetcher, TARGETS_BASE } from './tuf-fetcher.ts';

/** Nothing was taken; what the desk has stays as it is. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
  readonly code: ReleaseRefusal;
  constructor(code: ReleaseRefusal, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.code = code;
  }
}

/** The metadata this desk believes: the newest root, and the rest as it was checked last. */
export interface TrustedMetadata {
  readonly root: Uint8Array;
  readonly rootVersion: number;
  readonly timestamp: Uint8Array | null;
  readonly snapshot: Uint8Array | null;
  readonly targets: Uint8Array | null;
}

export interface CheckedRelease {
  /** What was checked, by file name: the desk stores all of it or nothing. The release itself only where it was not held. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly sha256: string;
  readonly plan: ReleasePlan;
  readonly targetsVersion: number;
  /** The first moment at which this stops being fresh word, Unix milliseconds. */
  readonly freshUntilMs: number;
}

export interface CheckOptions {
  readonly files: ReleaseFiles;
  readonly trusted: TrustedMetadata;
  /** Where a folder for one check may be made; it is gone afterwards. */
  readonly workFolder: string;
  readonly nowMs: number;
  /** Whether the packed release with this hash is stored already, so that it need not be read again. */
  holds(sha256: string): boolean;
  /** Hears of roots that stood their checks, also when what follows them is refused: nobody may hold back a rotation. */
  onRoots(roots: ReadonlyMap<string, Uint8Array>): void;
}

/**
 * Checks a repository after The Update Framework, from the root this desk trusts to the release itself. Throws
 * ReleaseRefused. What is merely past its day is taken where it is newer than what the desk has, and `freshUntilMs` tells:
 * a desk with a wrong clock, or one that was off for months, is nearer to the truth with it than without. Only a root
 * past its day stops everything, for then nobody vouches for the keys.
 */
export async function checkReleases(options: CheckOptions): Promise<CheckedRelease> {
  const folder = await mkdtemp(join(options.workFolder, 'release-check-'));
  const fetcher = fetcherOver(options.files, folder);
  try {
    const { root, timestamp, snapshot, targets } = options.trusted;
    for (const [name, bytes] of Object.entries({ root, timestamp, snapshot, targets })) {
      if (bytes !== null) await writeFile(join(folder, `${name}.json`), bytes);
    }
    try {
      return await check(folder, fetcher, options);
    } finally {
      await tellRoots(folder, fetcher, options);
    }
  } catch (error) {
    throw refusalOf(error, fetcher);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function check(folder: string, fetcher: SourceFetcher, options: CheckOptions): Promise<CheckedRelease> {
  const updater = updaterIn(folder, fetcher);
  await updater.refresh();
  const root = await readMetadata(folder, 'root');
  if (root.expiresAtMs <= options.nowMs) throw new ReleaseRefused('rootExpired', 'the root is past its day');
  const info = await updater.getTargetInfo(RELEASE_TARGET);
  const plan = releasePlanSchema.safeParse(info?.custom);
  const sha256 = info?.hashes['sha256'] ?? '';
  if (info === undefined || !plan.success || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new ReleaseRefused('refused', 'what was signed about the release cannot be read');
  }
  const timestamp = await readMetadata(folder, 'timestamp');
  const snapshot = await readMetadata(folder, 'snapshot');
  const targets = await readMetadata(folder, 'targets');
  const files = new Map([
    [TIMESTAMP_FILE, timestamp.bytes],
    [snapshotFile(snapshot.version), snapshot.bytes],
    [targetsFile(targets.version), targets.bytes],
  ]);
  if (!options.holds(sha256)) {
    const path = await updater.downloadTarget(info, join(folder, 'release'), TARGETS_BASE);
    files.set(targetFile(sha256), await readFile(path));
  }
  return {
    files,
    sha256,
    plan: plan.data,
    targetsVersion: targets.version,
    freshUntilMs: Math.min(...[root, timestamp, snapshot, targets].map(({ expiresAtMs }) => expiresAtMs)),
  };
}

/** tuf-js compares dates with the PC's clock; ours comes from outside, and what is past its day is judged by us. */
function updaterIn(folder: string, fetcher: Fetcher): Updater {
  const updater = new Updater({ metadataDir: folder, metadataBaseUrl: METADATA_BASE, targetDir: folder, fetcher });
  const store: unknown = Reflect.get(updater, 'trustedSet');
  if (typeof store !== 'object' || store === null || !('referenceTime' in store)) {
    throw new TypeError('tuf-js keeps its moment elsewhere');
  }
  store.referenceTime = new Date(0);
  return updater;
}

/** tuf-js keeps a root as soon as it follows from the one before; every one up to the newest kept stood its checks. */
async function tellRoots(folder: string, { roots }: SourceFetcher, { trusted, onRoots }: CheckOptions): Promise<void> {
  const { version } = await readMetadata(folder, 'root');
  const checked = [...roots].filter(([of]) => of > trusted.rootVersion && of <= version);
  if (checked.length > 0) onRoots(new Map(checked.map(([of, bytes]) => [rootFile(of), bytes])));
}

async function readMetadata(folder: string, role: string) {
  const bytes = await readFile(join(folder, `${role}.json`));
  const { signed } = JSON.parse(bytes.toString('utf8')) as { signed: { version: number; expires: string } };
  return { bytes, version: signed.version, expiresAtMs: Date.parse(signed.expires) };
}

function refusalOf(error: unknown, fetcher: SourceFetcher): ReleaseRefused {
  if (error instanceof ReleaseRefused) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (fetcher.sourceFailed()) return new ReleaseRefused('unreachable', detail, error);
  if (error instanceof DownloadHTTPError) return new ReleaseRefused('nothingThere', detail, error);
  // Of a number that is too small tuf-js says that it is less than the one before; some of its errors carry only that text.
  return new ReleaseRefused(/ is less than /.test(detail) ? 'older' : 'refused', detail, error);
}
