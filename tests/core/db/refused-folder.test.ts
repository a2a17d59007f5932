import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { darwinMounts, folderRefusal, linuxMounts, realFolder, surroundingsHere } from '#core/db/refused-folder.ts';
import { openCore } from '#tests/harness/open-core.ts';
import { testFolder } from '#tests/harness/open-journal.ts';

const nowhere = { mounts: [], synced: [] };

test.each([
  ['\\\\server\\share\\counterpart', 'networkFolder'],
  ['//server/share/counterpart', 'networkFolder'],
  ['C:\\Users\\li\\OneDrive\\data', 'syncFolder'],
  ['C:\\Users\\li\\OneDrive - Contoso\\data', 'syncFolder'],
  ['/home/li/Dropbox/data', 'syncFolder'],
  ['D:\\坚果云\\data', 'syncFolder'],
  ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/data', 'syncFolder'],
  ['C:\\Users\\li\\AppData\\Roaming\\counterpart\\data', null],
  ['/home/dropbox-support/data', null],
])('%s: %s', (folder, refusal) => {
  expect(folderRefusal(folder, nowhere)).toBe(refusal);
});

test('a folder on a mounted share is refused, its neighbours are not', () => {
  const mounts = linuxMounts(
    '/dev/sda1 / ext4 rw 0 0\nnas:/x /mnt/team\\040share nfs4 rw 0 0\n//nas/y /mnt/smb cifs rw 0 0\n',
  );
  expect(folderRefusal('/mnt/team share/desk', { ...nowhere, mounts })).toBe('networkFolder');
  expect(folderRefusal('/mnt/smb', { ...nowhere, mounts })).toBe('networkFolder');
  expect(folderRefusal('/mnt/smb2/desk', { ...nowhere, mounts })).toBeNull();
  const mac = darwinMounts('/dev/disk1 on / (apfs, local)\n//li@nas/s on /Volumes/Team share (smbfs, nodev)\n');
  expect(folderRefusal('/Volumes/Team share/desk', { ...nowhere, mounts: mac })).toBe('networkFolder');
});

test('a folder that a service says it keeps in step is refused by whatever name', () => {
  expect(folderRefusal('E:\\Work\\desk', { ...nowhere, synced: ['E:\\Work'] })).toBe('syncFolder');
});

test('a link into a refused folder does not hide it, nor does a folder that is still to be made', () => {
  const folder = testFolder();
  mkdirSync(join(folder, 'Nutstore Files'));
  symlinkSync(join(folder, 'Nutstore Files'), join(folder, 'mine'));
  expect(folderRefusal(realFolder(join(folder, 'mine', 'desk', 'data')), nowhere)).toBe('syncFolder');
  expect(folderRefusal(realFolder(folder), surroundingsHere())).toBeNull();
});

test('a desk does not start on a refused folder and says why', async () => {
  const folder = join(testFolder(), 'Dropbox');
  mkdirSync(folder);
  await expect(openCore({ dataDir: folder })).rejects.toMatchObject({ failure: 'syncFolder' });
});
