import type { ReactNode } from 'react';

interface GridProps {
  label: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

/** The cells of a table; wider than its place it scrolls by itself. No landmark: the part it stands in is one, of the same name. */
export function Grid({ label, head, rows }: GridProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys to be scrolled by them.
    <figure className="overflow-x-auto rounded-base border border-edge" aria-label={label} tabIndex={0}>
      <table className="w-full border-collapse text-note">
        <thead className="bg-sunken text-left">
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col" className="px-3 py-1.5 font-semibold">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stand still, and two may say the same.
            <tr key={index} className="border-t border-edge align-top">
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={column} className="figures px-3 py-1.5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
