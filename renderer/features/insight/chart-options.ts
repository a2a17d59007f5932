import type { EChartsCoreOption } from 'echarts/core';
import type { ChartInk } from './chart.tsx';

type Draw = (ink: ChartInk) => EChartsCoreOption;

const text = ({ small, quiet, font }: ChartInk) => ({ fontSize: small, color: quiet, fontFamily: font });
/** In widths of a Latin letter; a hanzi is as wide as two. */
const LONGEST_LABEL = 24;
function short(label: string): string {
  let width = 0;
  for (const [at, sign] of [...label].entries()) {
    width += sign > '\u2e7f' ? 2 : 1;
    if (width > LONGEST_LABEL) return `${[...label].slice(0, at - 1).join('')}…`;
  }
  return label;
}

export interface Bars {
  readonly rows: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** What stands behind the bar. */
  readonly told: readonly string[];
}

/** Bars to the right, the first row on top; several values of a row stand one behind the other, copied before said. */
export function barsOption({ rows, told }: Bars): Draw {
  return (ink) => {
    const series = Math.max(1, ...rows.map(({ values }) => values.length));
    return {
      grid: {
        left: 4,
        right: ink.small * 5,
        top: 4,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ label }) => short(label)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: text(ink),
      },
      series: Array.from({ length: series }, (_, at) => ({
        type: 'bar',
        stack: 'all',
        silent: true,
        barMaxWidth: ink.small * 1.5,
        itemStyle: {
          color: at === 0 ? ink.soft : ink.accent,
          borderColor: ink.accent,
          borderWidth: 1,
          borderRadius: 2,
        },
        data: rows.map(({ values }) => values[at] ?? 0),
        ...(at === series - 1
          ? {
              label: {
                show: true,
                position: 'right',
                ...text(ink),
                color: ink.ink,
                fontWeight: 600,
                formatter: ({ dataIndex }: { dataIndex: number }) => told[dataIndex] ?? '',
              },
            }
          : {}),
      })),
    };
  };
}

export interface Lines {
  readonly days: readonly string[];
  readonly copied: readonly (number | null)[];
  readonly said: readonly (number | null)[];
  readonly unit: string;
}

/** Two lines over the days: said drawn through, copied broken, so that they are told apart without colour. */
export function linesOption({ days, copied, said, unit }: Lines): Draw {
  return (ink) => ({
    grid: {
      left: 4,
      right: ink.small * 1.6,
      top: ink.small * 1.8,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: days,
      boundaryGap: days.length === 1,
      axisLine: { lineStyle: { color: ink.edge } },
      axisTick: { show: false },
      axisLabel: { ...text(ink), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      name: unit,
      nameTextStyle: { ...text(ink), align: 'right' },
      axisLabel: text(ink),
      splitLine: { lineStyle: { color: ink.edge, type: 'dotted' } },
    },
    series: [
      { values: copied, colour: ink.quiet, type: 'dashed' as const },
      { values: said, colour: ink.accent, type: 'solid' as const },
    ].map(({ values, colour, type }) => ({
      type: 'line',
      silent: true,
      connectNulls: true,
      data: [...values],
      lineStyle: { color: colour, width: 2, type },
      itemStyle: { color: colour },
      symbol: 'circle',
      symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (dataIndex === days.length - 1 ? 8 : 4),
    })),
  });
}

export interface Pareto {
  readonly rows: readonly { readonly label: string; readonly total: number; readonly late: number }[];
  /** Said where the line crosses most of all. */
  readonly mark: { readonly at: number; readonly text: string } | null;
}

/** Bars from the biggest on, the late ones at their foot, and what they make up together. */
export function paretoOption({ rows, mark }: Pareto): Draw {
  return (ink) => {
    const all = rows.reduce((sum, { total }) => sum + total, 0);
    let sum = 0;
    const shares = rows.map(({ total }) => {
      sum += total;
      return all === 0 ? 0 : (100 * sum) / all;
    });
    const bar = { type: 'bar', stack: 'all', silent: true, barMaxWidth: ink.small * 3 };
    return {
      grid: {
        left: 4,
        right: 4,
        top: ink.small * 2,
        bottom: 2,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: {
        type: 'category',
        data: rows.map(({ label, total }) => `${short(label)}\n${total}`),
        axisLine: { lineStyle: { color: ink.edge } },
        axisTick: { show: false },
        axisLabel: { ...text(ink), lineHeight: ink.small * 1.5, interval: 0 },
      },
      yAxis: [
        { type: 'value', show: false, min: 0, max: all },
        { type: 'value', show: false, min: 0, max: 100 },
      ],
      series: [
        { ...bar, data: rows.map(({ late }) => late), itemStyle: { color: ink.late } },
        {
          ...bar,
          data: rows.map(({ total, late }) => total - late),
          itemStyle: { color: ink.soft, borderColor: ink.accent, borderWidth: 1 },
        },
        {
          type: 'line',
          silent: true,
          yAxisIndex: 1,
          data: shares,
          lineStyle: { color: ink.quiet, width: 2 },
          itemStyle: { color: ink.panel, borderColor: ink.quiet, borderWidth: 2 },
          symbol: 'circle',
          symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (dataIndex === mark?.at ? 9 : 0),
          label: {
            show: mark !== null,
            position: 'top',
            ...text(ink),
            color: ink.ink,
            fontWeight: 600,
            formatter: ({ dataIndex }: { dataIndex: number }) => (dataIndex === mark?.at ? mark.text : ''),
          },
        },
      ],
    };
  };
}
