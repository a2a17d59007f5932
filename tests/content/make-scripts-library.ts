import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';

/** A small sound library; a test overrides or adds files by their path. */
const SOUND: Readonly<Record<string, string>> = {
  'release.yaml': 'version: 2026.11.1\n',
  'zh-CN/variables.yaml':
    '- { name: customerName, label: 称呼, type: customerName }\n- { name: replyTime, label: 答复时间, type: time }\n',
  'zh-CN/hall/pack.yaml':
    'id: hall\ntitle: 大厅\ndescription: 大厅里说的话。\nscenes:\n  - { id: meeting, label: 见面 }\n',
  'zh-CN/hall/lines.yaml': `kind: line
defaults:
  scene: meeting
  channels: [counter]
  provenance: { owner: 值班长, effectiveFrom: 2026-11-01 }
entries:
  - id: hall/welcome
    title: 迎客
    variables: [customerName]
    variants:
      standard: '{{ customerName }}，欢迎您来，这边请坐。'
      short: 欢迎，请坐。
  - id: hall/reply
    title: 答复
    scene: meeting
    channels: [phone]
    variables: [{ name: replyTime, default: 48小时内 }]
    provenance: { version: 3 }
    variants:
      standard: 单子已经立好，{{ replyTime }}我打电话告诉您。
      short: '{{ replyTime }}告诉您。'
`,
};

/** Writes a library to a folder of its own, which goes with the test. */
export function makeScriptsLibrary(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder('scripts-library-');
  for (const [path, text] of Object.entries({ ...SOUND, ...files })) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}
