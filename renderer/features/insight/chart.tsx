import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** The colours and sizes of the theme in force, read from the page: a chart has no style sheet. */
export interface ChartInk {
  readonly ink: string;
  readonly quiet: string;
  readonly edge: string;
  readonly panel: string;
  readonly accent: string;
  readonly soft: string;
  readonly warn: string;
  readonly late: string;
  readonly font: string;
  /** Pixels of a small text. */
  readonly small: number;
}

interface ChartProps {
  /** Pure, and the same function as long as it draws the same. */
  option: (ink: ChartInk) => EChartsCoreOption;
  /** In rem, so that it grows with the text. */
  height: number;
}

/** A drawing beside its table, which is what a screen reader reads. It follows the theme, the text size and its own width. */
export function Chart({ option, height }: ChartProps) {
  const home = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = home.current;
    if (place === null) return;
    const chart: EChartsType = init(place, null, { renderer: 'svg' });
    const draw = () => chart.setOption({ animation: false, ...option(inkOf(place)) }, { notMerge: true });
    draw();
    const sizes = new ResizeObserver(() => chart.resize());
    sizes.observe(place);
    const themes = new MutationObserver(draw);
    themes.observe(document.documentElement, { attributes: true });
    return () => {
      sizes.disconnect();
      themes.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={home} aria-hidden="true" className="w-full" style={{ height: `${height}rem` }} />;
}

function inkOf(place: HTMLElement): ChartInk {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    ink: colour('--ink'),
    quiet: colour('--ink-2'),
    edge: colour('--edge-strong'),
    panel: colour('--panel'),
    accent: colour('--accent'),
    soft: colour('--accent-soft'),
    warn: colour('--warn'),
    late: colour('--late'),
    font: style.fontFamily,
    small: rem * 0.78,
  };
}
