import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entrySchema } from '#contract/library/release.ts';
import { completeAuthored } from '#core/library/exchange/complete-authored.ts';
import { entryFileSchema } from '#tools/content/entry-file.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { readYaml } from '#tools/content/yaml-file.ts';

const page = readFileSync('docs/content.md', 'utf8');
const blocks = [...page.matchAll(/```yaml\n(kind: (\w+)[\s\S]*?)```/g)].map(([, text = '', kind = '']) => ({
  kind,
  text,
}));
const variables = readYaml('scripts-library/zh-CN/variables.yaml', 'variables.yaml').value as never[];

describe('the forms on the page for authors', () => {
  it('show every kind there is', () => {
    const kinds = entrySchema.options.map((option) => option.shape.kind.value);
    expect([...new Set(blocks.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
  });

  it.each(blocks.map(({ kind, text }) => [kind, text] as const))('%s is read as it stands', (kind, text) => {
    const file = entryFileSchema.parse(parse(text));
    for (const entry of file.entries) {
      const completed = entrySchema.safeParse(completeAuthored(kind, file.defaults ?? {}, entry, variables));
      expect(completed.error?.issues ?? []).toEqual([]);
    }
  });

  it('are each used by a pack that ships', () => {
    const used = new Set(loadLibrary('scripts-library').entries.map(({ entry }) => entry.kind));
    expect([...used].sort()).toEqual([...entrySchema.options.map((option) => option.shape.kind.value)].sort());
  });
});
