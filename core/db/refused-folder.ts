import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';

export type FolderRefusal = 'networkFolder' | 'syncFolder';

/** What is known of the computer that a folder is on. */
export interface FolderSurroundings {
  /** Mount point and kind of file system, as far as the system tells. */
  readonly mounts: readonly { readonly at: string; readonly kind: string }[];
  /** Folders that a service said it keeps in step, from the environment. */
  readonly synced: readonly string[];
}

const NETWORK_KINDS =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|afs|ncpfs|9pnet|fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse))$/;
const SYNC_NAMES =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|icloud ?drive|iclouddrive|mobile documents|nutstore( files)?|nutstorefiles|坚果云|我的坚果云|google ?drive|my drive|baidusyncdisk|百度网盘同步空间|wpsdrive|wps云盘|synologydrive|seafile|nextcloud|owncloud|tencent weiyun|微云同步助手)$/i;

/**
 * Whether a folder may hold the database; null when it may. On a network share two computers would write into one file, and a
 * sync service copies the database and its log at different moments: either one damages the journal sooner or later.
 */
export function folderRefusal(folder: string, around: FolderSurroundings): FolderRefusal | null {
  const path = folder.replaceAll('\\', '/');
  if (path.startsWith('//')) return 'networkFolder';
  const mount = around.mounts.filter(({ at }) => isInside(path, at)).toSorted((a, b) => b.at.length - a.at.length)[0];
  if (mount !== undefined && NETWORK_KINDS.test(mount.kind)) return 'networkFolder';
  if (around.synced.some((root) => isInside(path, root.replaceAll('\\', '/')))) return 'syncFolder';
  if (path.split('/').some((part) => SYNC_NAMES.test(part))) return 'syncFolder';
  return null;
}

function isInside(path: string, root: string): boolean {
  const clean = root.endsWith('/') ? root.slice(0, -1) : root;
  return path === clean || path.startsWith(`${clean}/`);
}

/** The real place of a folder that need not exist yet: links and mapped drives are followed as far as they go. */
export function realFolder(folder: string): string {
  const path = resolve(folder);
  try {
    return realpathSync.native(path);
  } catch {
    // Not made yet: the nearest folder that is there decides.
    const parent = dirname(path);
    return parent === path ? path : `${realFolder(parent)}${sep}${path.slice(parent.length).replace(/^[\\/]/, '')}`;
  }
}

/** Asks this computer. What it does not tell is not held against the folder. */
export function surroundingsHere(): FolderSurroundings {
  const { platform, env } = process;
  const synced = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer].filter((root) => root !== undefined);
  return { mounts: mountsHere(platform), synced };
}

function mountsHere(platform: NodeJS.Platform): FolderSurroundings['mounts'] {
  try {
    if (platform === 'linux') return linuxMounts(readFileSync('/proc/self/mounts', 'utf8'));
    if (platform === 'darwin') return darwinMounts(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 }));
    return [];
  } catch {
    // No list of mounts on this computer.
    return [];
  }
}

/** `/proc/self/mounts`: device, place, kind, options; a space in a place is written `\040`. */
export function linuxMounts(text: string): FolderSurroundings['mounts'] {
  return text.split('\n').flatMap((line) => {
    const [, at, kind] = line.split(' ');
    if (at === undefined || kind === undefined) return [];
    return [
      { at: at.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8))), kind },
    ];
  });
}

/** `mount` on macOS: `//user@host/share on /Volumes/share (smbfs, nodev, …)`. */
export function darwinMounts(text: string): FolderSurroundings['mounts'] {
  return text.split('\n').flatMap((line) => {
    const found = / on (.+) \(([^,)]+)/.exec(line);
    return found?.[1] === undefined || found[2] === undefined ? [] : [{ at: found[1], kind: found[2] }];
  });
}
