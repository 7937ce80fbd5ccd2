import { Switch } from '@/components/switch';
import { EvidenceLog } from './evidence-log';
import type { SectionProps } from './section-props';

/** Whether failing messages are noticed, and which of them counted. */
export function NoticingSection({ view, actions }: SectionProps) {
  const { noticing, lack, log } = view.noticing;
  return (
    <>
      <Switch {...noticing} onToggle={noticing.isOn ? actions.dropEvidence : actions.allowEvidence} />
      {lack !== null && <p>{lack}</p>}
      <div className="part">
        <h3>{log.heading}</h3>
        <EvidenceLog view={log} labels={view.labels} copy={actions.copy} />
      </div>
    </>
  );
}
