import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUse, VariableValues } from '#contract/library.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { nextGap } from '#renderer/features/line/gap-asking.ts';
import { chosenVariant, lineQuery, useLine } from '#renderer/features/line/line-query.ts';
import { NOTHING_ASKED, resultsQuery, useAskEarly, useResults } from '#renderer/features/search/results.ts';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { type QuickRow, quickRows, selectedRow } from './quick-rows.ts';
import { orderOf, type Told, useTake } from './use-take.ts';

type How = LineUse['how'];

interface Held {
  readonly text: string;
  readonly picked: string | null;
  /** What was typed into gaps: forgotten as soon as the bar is left. */
  readonly values: VariableValues;
  /** The gap that is asked for, and what was meant to happen once nothing is missing. */
  readonly asking: { readonly row: QuickRow; readonly name: string; readonly how: How | null } | null;
  readonly told: Told | null;
}

const FRESH: Held = { text: '', picked: null, values: {}, asking: null, told: null };
const LONGEST_REPORT = 200;

/** The work of the bar in one place: what is asked and found, which row is chosen, and taking it. */
export function useQuickBar(personName: string, field: RefObject<HTMLInputElement | null>) {
  const core = useCore();
  const queries = useQueryClient();
  const { t } = useTranslation();
  const takeLine = useTake();
  const askEarly = useAskEarly();
  const [held, setHeld] = useState(FRESH);
  const patch = (part: Partial<Held>) => setHeld((before) => ({ ...before, ...part }));
  const asked = useMemo(() => ({ ...NOTHING_ASKED, text: held.text }), [held.text]);
  const { results, error } = useResults(asked);
  const rows = results ? quickRows(results) : [];
  const selected = selectedRow(rows, held.picked);
  const values = useMemo<VariableValues>(() => ({ agentName: personName, ...held.values }), [personName, held.values]);
  const line = useLine(selected?.kind === 'line' ? selected.entryId : null, values).data;
  const asking = held.asking !== null && held.asking.row.key === selected?.key ? held.asking : null;

  const tellFailure = (failed: unknown) => {
    const { what, next } = explainFailure(toFailure(failed).code, t);
    patch({ told: { tone: 'problem', text: `${what} ${next}` } });
  };
  const focusField = () => {
    field.current?.focus();
    field.current?.select();
  };
  const openOnDesk = (row: QuickRow | undefined) => {
    const target = row?.kind === 'line' ? { entryId: row.entryId } : { text: held.text };
    window.quickBarShell.openDesk(target).catch(tellFailure);
  };
  const take = async (how: How, row: QuickRow) => {
    if (row.kind === 'notice') return openOnDesk(row);
    const taken = await takeLine(how, row.entryId, { values, searchText: held.text });
    if (taken.kind === 'busy') return;
    if (taken.kind === 'gap') return patch({ picked: row.key, asking: { row, name: taken.name, how }, told: null });
    patch({ picked: row.key, asking: null, told: taken.told });
    if (taken.kind === 'taken') await window.quickBarShell.goBack();
    else focusField();
  };
  /** The rows that answer what stands in the field now: a fast Enter never takes one of the search before. */
  const rowsNow = async () => quickRows(await queries.ensureQueryData(resultsQuery(core, asked)));
  const variantNow = async (row: QuickRow) =>
    chosenVariant(await queries.ensureQueryData(lineQuery(core, row.entryId, values)), 'standard');
  const run = (work: () => Promise<void>) => void work().catch(tellFailure);

  return {
    text: held.text,
    told: held.told,
    results,
    failure: error === null ? null : toFailure(error).code,
    rows,
    selected,
    /** The chosen line as it would be taken; undefined until it is known. */
    line: line?.entryId === selected?.entryId ? line : undefined,
    values,
    asking: asking?.name ?? null,
    type: (text: string) => {
      askEarly({ ...NOTHING_ASKED, text });
      // An emptied field starts over; more letters keep what was chosen on purpose.
      patch({ text, told: null, asking: null, ...(text.trim() === '' ? { picked: null } : {}) });
    },
    pick: (row: QuickRow) => patch({ picked: row.key, told: null }),
    step: (by: 1 | -1) => {
      const at = rows.findIndex(({ key }) => key === selected?.key);
      const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
      if (next) patch({ picked: next.key, told: null });
    },
    takeRow: (how: How, row: QuickRow) => run(() => take(how, row)),
    takeSelected: (how: How) =>
      run(async () => {
        const row = selectedRow(await rowsNow(), held.picked);
        if (row) await take(how, row);
      }),
    takeNumbered: (digit: number) =>
      run(async () => {
        const row = (await rowsNow()).find(({ number }) => number === digit);
        if (row) await take('copied', row);
      }),
    ask: (name: string) => selected && patch({ asking: { row: selected, name, how: null } }),
    fill: (name: string, value: string) =>
      setHeld((before) => ({ ...before, values: { ...before.values, [name]: value } })),
    gapDone: (name: string) =>
      run(async () => {
        if (asking === null) return;
        const variant = await variantNow(asking.row);
        if (!variant) return;
        const next = nextGap(variant.missing, orderOf(variant), name);
        if (next !== null) return patch({ asking: { ...asking, name: next } });
        if (variant.missing.includes(name)) return;
        patch({ asking: null });
        if (asking.how !== null) await take(asking.how, asking.row);
        else focusField();
      }),
    leaveGap: (how: 'escape' | 'blur') => {
      // Another window in front is no reason to close the field one is typing in.
      if (how === 'blur' && !document.hasFocus()) return;
      patch({ asking: null });
      if (how === 'escape') focusField();
    },
    openOnDesk: () => openOnDesk(selected),
    openEntry: (entryId: string) => void window.quickBarShell.openDesk({ entryId }).catch(tellFailure),
    reportMissing: () => {
      const text = held.text.trim().slice(0, LONGEST_REPORT);
      if (text === '') return;
      core.library
        .reportMissing({ text })
        .then(() => patch({ told: { tone: 'done', text: t('search.reported') } }), tellFailure);
    },
    /** The bar is gone: nothing of this customer stays in it. */
    reset: () => setHeld(FRESH),
    /** The bar stays at its edge: the words stay to be typed over, what was told of the customer does not. */
    forget: () => patch({ values: {}, asking: null }),
    focusField,
  };
}
export type QuickBarWork = ReturnType<typeof useQuickBar>;
