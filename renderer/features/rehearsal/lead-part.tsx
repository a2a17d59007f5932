import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NORMS } from '#contract/rehearsal/terms.ts';
import type { Certificate } from '#contract/rehearsal/view.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { IconButton } from '#renderer/features/conversation/icon-button.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { AssignForm } from './assign-form.tsx';
import { CertificateList } from './certificate-list.tsx';
import { FromWork } from './from-work.tsx';
import { useRehearsalCall } from './rehearsal-query.ts';
import { RulesForm } from './rules-form.tsx';
import { shortScenario } from './say-run.ts';

/** What leads do: assign, see how far everybody has come by norm, certify, set how it is scored, build from work. */
export function LeadPart() {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const call = useRehearsalCall();
  const tell = useTell();
  const [printed, setPrinted] = useState<Certificate | null>(null);
  const progress = useQuery({
    queryKey: ['rehearsal', 'progress'],
    queryFn: ({ signal }) => core.rehearsal.progress(undefined, { signal }),
  }).data;
  const again = () => void queries.invalidateQueries({ queryKey: ['rehearsal'] });
  const certify = async (personId: string) => {
    const made = await call(async (calls) => ({ certificate: await calls.certify({ personId }) }));
    if (!made) return;
    if (made.certificate) setPrinted(made.certificate);
    else tell({ tone: 'problem', title: t('rehearsal.lead.notPassed') });
    again();
  };
  return (
    <div className="mt-4 flex flex-col gap-6">
      <div className="rounded-large bg-panel p-5 shadow-lift">
        <h2 id="lead-progress" className="font-semibold">
          {t('rehearsal.lead.progress')}
        </h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that scrolls is reached by keyboard. */}
        <section aria-labelledby="lead-progress" tabIndex={0} className="mt-2 overflow-x-auto">
          <table className="w-full text-note whitespace-nowrap">
            <thead>
              <tr className="text-left text-ink-2">
                <th className="py-1.5 pr-4 font-normal">{t('rehearsal.lead.person')}</th>
                <th className="pr-4 font-normal">{t('rehearsal.lead.done')}</th>
                <th className="pr-4 font-normal">{t('rehearsal.lead.average')}</th>
                {NORMS.map((norm) => (
                  <th key={norm} className="pr-4 font-normal whitespace-nowrap">
                    {t(`rehearsal.norm.${norm}`)}
                  </th>
                ))}
                <th className="pr-4 font-normal">{t('rehearsal.lead.assigned')}</th>
                <th className="font-normal">{t('rehearsal.lead.certificates')}</th>
              </tr>
            </thead>
            <tbody>
              {progress?.people.map((one) => (
                <tr key={one.personId} className="border-t border-edge align-top">
                  <td className="py-2 pr-4 font-semibold whitespace-nowrap">
                    {one.name}
                    {one.rolePlays > 0 ? (
                      <span className="block text-small font-normal text-ink-2">
                        {t('rehearsal.lead.rolePlays', { count: one.rolePlays })}
                      </span>
                    ) : null}
                  </td>
                  <td className="figures py-2 pr-4">{`${one.passed} / ${one.scenarios}`}</td>
                  <td className="figures py-2 pr-4">{one.score ?? '–'}</td>
                  {one.norms.map(({ norm, percent }) => (
                    <td key={norm} className="figures py-2 pr-4">
                      {percent === null ? '–' : `${percent}%`}
                    </td>
                  ))}
                  <td className="py-1 pr-4">
                    {one.assigned.map((task) => (
                      <span key={task.assignmentId} className="flex items-center gap-1 text-small">
                        <span className={task.done ? 'text-ok' : 'text-ink-2'} lang="zh-CN">
                          {task.done ? '✓ ' : ''}
                          {shortScenario(task.title)}
                        </span>
                        <IconButton
                          icon={X}
                          label={t('rehearsal.lead.unassign', { title: shortScenario(task.title) })}
                          onClick={() =>
                            void call((calls) => calls.unassign({ assignmentId: task.assignmentId })).then(again)
                          }
                        />
                      </span>
                    ))}
                  </td>
                  <td className="py-1">
                    <Button
                      size="small"
                      aria-label={`${t('rehearsal.lead.certify')} ${one.name}`}
                      onClick={() => void certify(one.personId)}
                    >
                      {t('rehearsal.lead.certify')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <div className="grid grid-cols-2 gap-6 drawer:grid-cols-1">
        <AssignForm onDone={again} />
        <RulesForm onDone={again} />
        <FromWork />
        <CertificateList printed={printed} onPrint={setPrinted} />
      </div>
    </div>
  );
}
