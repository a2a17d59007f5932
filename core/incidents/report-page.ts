import type { IncidentReport } from '#contract/incidents/report.ts';
import type { Language } from '#contract/vocabulary.ts';
import { printable } from '../library/exchange/cell-guard.ts';
import { reportText } from './report-words.ts';

const STYLE = `@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #000; }
h1 { font-size: 17pt; margin: 0 0 4mm; } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
dl { display: grid; grid-template-columns: 9em 1fr; gap: 1mm 4mm; margin: 0; } dt { color: #555; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; border-bottom: 0.5pt solid #bbb; }
tr { break-inside: avoid; } td { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }`;

/** The report as a page of plain HTML (UTF-8) that asks for nothing from outside. */
export function reportPage(report: IncidentReport, language: Language): Uint8Array {
  const { title, facts, tables } = reportText(report, language);
  const cells = (tag: string, row: readonly string[]) =>
    row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('');
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<dl>${facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`,
    ...tables.map(({ title: heading, head, rows, none }) =>
      rows.length === 0
        ? `<h2>${escaped(heading)}</h2><p>${escaped(none)}</p>`
        : `<h2>${escaped(heading)}</h2><table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows
            .map((row) => `<tr>${cells('td', row)}</tr>`)
            .join('')}</tbody></table>`,
    ),
  ];
  return new TextEncoder().encode(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body.join('')}</body></html>`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
