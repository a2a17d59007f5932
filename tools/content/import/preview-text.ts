import type { EntryChange, ImportItem, ImportPreview } from '#contract/library-exchange.ts';
import { plainPlace, plainReason } from './plain-reason.ts';

/** A preview for the terminal: what changes and how, what is turned down and why, and the counts. */
export function previewText({ file, items, unknownColumns, notes }: ImportPreview): string {
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0 };
  for (const { state } of items) counts[state] += 1;
  const columns = unknownColumns.map(
    ({ sheet, table, column }) =>
      `不认得的列  ${[sheet ?? (table && `table ${table}`), column].filter((part) => part !== undefined).join(' · ')}`,
  );
  return [
    ...items.flatMap(itemText),
    ...columns,
    ...notes.map((note) => `说明  ${plainReason(note)}`),
    `${file.name}  新增 ${counts.new} · 修改 ${counts.changed} · 不变 ${counts.unchanged} · 拒收 ${counts.rejected}`,
  ].join('\n');
}

function itemText(item: ImportItem): string[] {
  const where = plainPlace(item.at);
  switch (item.state) {
    case 'unchanged':
      return [];
    case 'new':
      return [
        `新增  ${where}  ${item.entry.id}  ${item.entry.title}`,
        ...item.notes.map((note) => `      ${plainReason(note)}`),
      ];
    case 'changed':
      return [`修改  ${where}  ${item.entry.id}  ${item.entry.title}`, ...item.changes.map(changeText)];
    case 'rejected':
      return [
        `拒收  ${where}  ${item.entryId ?? item.title}`,
        ...item.faults.map(
          ({ column, reason }) => `      ${column === null ? '' : `〔${column.label}〕`}${plainReason(reason)}`,
        ),
      ];
    default:
      return item satisfies never;
  }
}

/** One change with what is taken away in [-…-] and what is put in in {+…+}. */
export function changeText({ label, parts }: EntryChange): string {
  const marked = parts.map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
  );
  return `      ${label}：${marked.join('').replaceAll('\n', '⏎')}`;
}
