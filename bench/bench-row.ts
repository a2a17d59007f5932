/** One measured figure beside its bar; `bar` and `ok` are null where a figure is only told. */
export interface BenchRow {
  readonly bench: string;
  readonly figure: number;
  readonly unit: string;
  readonly bar: number | null;
  /** What the figure is a ratio to, measured in the same run. */
  readonly ratioTo?: string;
  readonly ok: boolean | null;
}
