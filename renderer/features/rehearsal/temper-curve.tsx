import clsx from 'clsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Debrief } from '#contract/rehearsal/view.ts';
import { sayCode, sayMood, sayTime } from './say-run.ts';

interface TemperCurveProps {
  page: Debrief;
  picked: number | null;
  onPick: (index: number) => void;
}

const WIDTH = 1_000;
const HEIGHT = 190;
const TOP = 26;
const FLOOR = 158;
const bands = { accept: 'fill-s1', clarify: 'fill-s2', resolve: 'fill-s3', followUp: 'fill-s4' } as const;

/** The customer's mood over the run, with a mark at every answer; the marks are buttons. */
export function TemperCurve({ page, picked, onPick }: TemperCurveProps) {
  const { t } = useTranslation();
  const id = useId();
  const whole = Math.max(1, page.lengthMs);
  const x = (atMs: number) => 64 + ((WIDTH - 94) * atMs) / whole;
  const y = (temper: number) => FLOOR - ((FLOOR - TOP) * temper) / 5;
  const points = page.curve.map(({ atMs, temper }) => [x(atMs), y(temper)] as const);
  const [first] = points;
  const line = points.slice(1).reduce(
    (path, [px, py], place) => {
      const [bx, by] = points[place] ?? [px, py];
      const middle = (bx + px) / 2;
      return `${path} C ${middle} ${by} ${middle} ${py} ${px} ${py}`;
    },
    `M ${first?.[0] ?? 0} ${first?.[1] ?? 0}`,
  );
  return (
    <div className="relative">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block w-full" role="img" aria-labelledby={id}>
        <title id={id}>
          {t('rehearsal.curveText', { from: sayMood(page.temperFrom, t), to: sayMood(page.temperTo, t) })}
        </title>
        <path d={`${line} L ${x(whole)} ${FLOOR} L ${x(0)} ${FLOOR} Z`} className="fill-accent-soft" opacity="0.6" />
        <path d={line} fill="none" strokeWidth="2.5" className="stroke-ink-2" />
        <text x="0" y={TOP + 12} className="fill-ink-2 text-small">
          {t('rehearsal.upset')}
        </text>
        <text x="0" y={FLOOR} className="fill-ink-2 text-small">
          {t('rehearsal.peace')}
        </text>
        {page.stages.map(({ stage, fromMs, toMs }) => (
          <g key={stage}>
            <rect
              x={x(fromMs)}
              y={FLOOR + 6}
              width={Math.max(4, x(toMs) - x(fromMs) - 3)}
              height="3"
              rx="1.5"
              className={bands[stage]}
            />
            <text x={x(fromMs)} y={FLOOR + 25} className="fill-ink-2 text-small">
              {t(`vocabulary.stage.${stage}`)}
            </text>
          </g>
        ))}
      </svg>
      {page.marks.map((mark, place) => (
        <button
          key={mark.index}
          type="button"
          aria-pressed={picked === mark.index}
          aria-label={`${sayTime(mark.atMs)} ${sayCode(mark.code, t)}`}
          onClick={() => onPick(mark.index)}
          ref={placeAt((x(mark.atMs) / WIDTH) * 100, (y(mark.temper) / HEIGHT) * 100)}
          className={clsx(
            'absolute flex -translate-x-1/2 -translate-y-1/2 flex-col items-center rounded-small p-1 text-small font-semibold whitespace-nowrap',
            mark.better ? 'text-accent' : 'text-warn',
            picked === mark.index && 'bg-hover',
          )}
        >
          <span
            aria-hidden
            className={clsx(
              'size-3 border-2 border-panel',
              mark.better ? 'rounded-full bg-accent' : 'rotate-45 bg-warn',
            )}
          />
          <span
            className={clsx(
              'absolute left-1/2 -translate-x-1/2 narrow:hidden',
              place % 2 === 0 ? 'bottom-full' : 'top-full',
              place === page.marks.length - 1 && 'left-auto right-0 translate-x-0',
            )}
          >
            {sayCode(mark.code, t)}
          </span>
        </button>
      ))}
    </div>
  );
}

/** Set by script: the content security policy takes no style attributes. */
function placeAt(left: number, top: number) {
  return (element: HTMLElement | null) => {
    if (!element) return;
    element.style.left = `${left}%`;
    element.style.top = `${top}%`;
  };
}
