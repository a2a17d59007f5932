import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { RecordKind, RecordState } from '#contract/records.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

const PAGE = 30;
/** Fewer digits than this are still being typed. */
const WHOLE_NUMBER = 3;

/** What records are looked for by; an empty part does not narrow. */
export interface RecordFilter {
  number: string;
  name: string;
  kind: RecordKind | '';
  scene: string;
  state: RecordState | '';
  outcome: string;
  personId: string;
  fromDay: string;
  toDay: string;
}

export const noFilter: RecordFilter = {
  number: '',
  name: '',
  kind: '',
  scene: '',
  state: '',
  outcome: '',
  personId: '',
  fromDay: '',
  toDay: '',
};

/** The parts of a filter that narrow: a number only once it is long enough to be one. */
export function narrowing(filter: RecordFilter): Partial<RecordFilter> {
  const digits = filter.number.replaceAll(/\D/g, '');
  const wanted = { ...filter, number: digits.length >= WHOLE_NUMBER ? digits : '', name: filter.name.trim() };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
}

/** Past contacts page by page, the latest first. */
export function useRecords(filter: RecordFilter) {
  const core = useCore();
  const wanted = narrowing(filter) as { kind?: RecordKind; state?: RecordState };
  return useInfiniteQuery({
    queryKey: ['records', 'find', wanted],
    queryFn: ({ pageParam, signal }) =>
      core.records.find({ ...wanted, limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // What was looked for by is about a person: it does not outlive the sheet.
    gcTime: 0,
  });
}

export function useRecordChoices() {
  const core = useCore();
  return useQuery({
    queryKey: ['records', 'choices'],
    queryFn: ({ signal }) => core.records.choices(undefined, { signal }),
  }).data;
}
