import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Duty, Person } from '#contract/people.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useOrdersCall } from '#renderer/features/work-orders/use-shift.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { usePeople } from './use-people.ts';

const duties = ['areaManager', 'trafficMonitor'] as const satisfies readonly Duty[];

/** Who at this site has which duty beside their role. */
export function useDuties() {
  const core = useCore();
  return useQuery({
    queryKey: ['people', 'duties'],
    queryFn: ({ signal }) => core.people.duties(undefined, { signal }),
  });
}

/** Leads say who is area manager and who watches the traffic; changes hold at once. */
export function DutiesSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const people = usePeople().data ?? [];
  const holders = useDuties().data ?? [];
  const call = useOrdersCall();
  const tell = useTell();
  const has = (personId: string, duty: Duty) => holders.some((one) => one.personId === personId && one.duty === duty);
  const change = async ({ id, name }: Person, duty: Duty) => {
    const next = duties.filter((each) => has(id, each) !== (each === duty));
    const set = await call((core) => core.people.setDuties({ personId: id, duties: next }));
    if (set) tell({ tone: 'done', title: t('watch.duty.set', { name }) });
  };
  return (
    <Dialog title={t('watch.duty.title')} description={t('watch.duty.intro')} wide onClose={onClose}>
      <div className="flex flex-col gap-3">
        {duties
          .filter((duty) => !holders.some((one) => one.duty === duty))
          .map((duty) => (
            <p key={duty} className="text-note text-warn">
              {t('watch.duty.nobody', { duty: t(`watch.duty.${duty}`) })}
            </p>
          ))}
        <ul className="flex flex-col">
          {people.map((person) => (
            <li
              key={person.id}
              className="flex min-h-11 flex-wrap items-center gap-x-5 border-b border-edge last:border-0"
            >
              <span className="min-w-0 flex-1 basis-40 text-body">
                <span className="font-semibold">{person.name}</span>
                <span className="ml-2 text-note text-ink-2">{t(`people.role.${person.role}`)}</span>
              </span>
              {duties.map((duty) => (
                <label key={duty} className="flex items-center gap-2 text-note">
                  <input
                    type="checkbox"
                    checked={has(person.id, duty)}
                    onChange={() => void change(person, duty)}
                    aria-label={`${person.name} ${t(`watch.duty.${duty}`)}`}
                    className="size-4 accent-(--accent)"
                  />
                  {t(`watch.duty.${duty}`)}
                </label>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
