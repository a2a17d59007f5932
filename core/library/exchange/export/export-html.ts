import { variantNames } from '#contract/library/line.ts';
import { columnByKey } from '../columns.ts';
import type { TableEntry } from '../entry-row.ts';
import type { LibrarySnapshot } from '../snapshot.ts';
import { CLASS_WORDS, COURTESY_WORDS, STAGE_WORDS, wordFor } from '../value-labels.ts';
import { tableEntries } from './table-entries.ts';

const STYLE = `body{font:10.5pt/1.7 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1d1d1f;max-width:46em;margin:2em auto}
h1{font-size:20pt}h2{font-size:14pt;border-bottom:1px solid #999;margin-top:2em}h3{font-size:11.5pt;margin:1.4em 0 .2em}
article{break-inside:avoid}dl{display:grid;grid-template-columns:5em 1fr;gap:.1em 1em;margin:0}dt{color:#555}dd{margin:0;white-space:pre-wrap}
.note{color:#666;font-size:9pt;margin:.3em 0 0}.gap{border-bottom:1px solid #777}
@media print{body{margin:0;max-width:none}h2{break-before:page}h2:first-of-type{break-before:auto}h2,h3{break-after:avoid}}@page{size:A4;margin:18mm 16mm}`;

/** One page without anything from outside, laid out for paper; printed as it is, it becomes the PDF. */
export function exportHtml(library: LibrarySnapshot): Uint8Array {
  const sections = library.packs.map((pack) => {
    const entries = tableEntries(library).filter(({ packId }) => packId === pack.id);
    if (entries.length === 0) return '';
    const articles = entries.map(({ entry }) => article(entry, pack.scenes));
    return `<h2>${escaped(pack.title)}</h2>\n${articles.join('\n')}`;
  });
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>口径库</title><style>${STYLE}</style></head>
<body><h1>口径库</h1>
${sections.filter((section) => section !== '').join('\n')}
</body></html>
`;
  return new TextEncoder().encode(page);
}

type Scenes = LibrarySnapshot['packs'][number]['scenes'];

function article(entry: TableEntry, scenes: Scenes): string {
  const { owner, effectiveFrom, expiresOn, version } = entry.provenance;
  const until = expiresOn === undefined ? '' : ` 至 ${expiresOn}`;
  const note = [
    ...context(entry, scenes),
    `负责人 ${owner}`,
    `${effectiveFrom} 起${until}`,
    `第 ${version} 版`,
    entry.id,
  ];
  const rows = wording(entry).map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${text}</dd>`);
  return `<article><h3>${escaped(entry.title)}</h3><dl>${rows.join('')}</dl><p class="note">${escaped(note.join(' · '))}</p></article>`;
}

function context(entry: TableEntry, scenes: Scenes): string[] {
  if (entry.kind === 'forbidden') return [wordFor(CLASS_WORDS, entry.class)];
  const scene = scenes.find(({ id }) => id === entry.scene)?.label ?? entry.scene;
  const kind = entry.kind === 'courtesy' ? [wordFor(COURTESY_WORDS, entry.courtesyKind)] : [];
  return [...kind, scene, ...(entry.stage === undefined ? [] : [wordFor(STAGE_WORDS, entry.stage)])];
}

/** Terms as plain text, texts as markup that is safe. */
function wording(entry: TableEntry): [string, string][] {
  if (entry.kind === 'forbidden')
    return [
      ['别说', escaped(entry.fails.join('\n'))],
      ['因为', escaped(entry.reason)],
      ['换成', escaped(entry.rewording)],
    ];
  const labels = new Map(entry.variables.map(({ name, label }) => [name, label]));
  return variantNames.flatMap((name): [string, string][] => {
    const text = entry.variants[name];
    return text === undefined ? [] : [[columnByKey(`variants.${name}`)?.label ?? name, withGaps(text, labels)]];
  });
}

function withGaps(template: string, labels: ReadonlyMap<string, string>): string {
  return template
    .split(/(\{\{.*?\}\})/su)
    .map((part) => {
      const name = /^\{\{-?\s*(\w+)/u.exec(part)?.[1];
      return name === undefined ? escaped(part) : `<span class="gap">〔${escaped(labels.get(name) ?? name)}〕</span>`;
    })
    .join('');
}

function escaped(text: string): string {
  const safe: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/gu, (character) => safe[character] ?? '');
}
