import { useMemo } from 'react';
import { Chart } from './chart.tsx';
import { type Bars, barsOption } from './chart-options.ts';

const ROW_REM = 2.1;

/** Rows as bars, each with what it comes to. */
export function BarsFigure({ rows, told }: Bars) {
  const drawn = JSON.stringify({ rows, told });
  // The same numbers draw the same, however often they were read again.
  const option = useMemo(() => barsOption(JSON.parse(drawn) as Bars), [drawn]);
  return <Chart option={option} height={rows.length * ROW_REM + 0.6} />;
}
