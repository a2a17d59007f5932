/** The kinds that fit into rows; the others travel as YAML. */
export const tableKinds = ['line', 'courtesy', 'forbidden'] as const;
export type TableKind = (typeof tableKinds)[number];
