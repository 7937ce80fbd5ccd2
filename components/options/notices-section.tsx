import { AssistantLoudness } from './assistant-loudness';
import type { SectionProps } from './options-sections';
import { QuietHours } from './quiet-hours';

/** What interrupts, about whom and when. */
export function NoticesSection({ view, actions }: SectionProps) {
  const { why, assistants, quiet } = view.notices;
  return (
    <>
      <p className="quiet">{why}</p>
      {assistants.map((notices) => (
        <AssistantLoudness key={notices.assistantId} notices={notices} actions={actions} />
      ))}
      <QuietHours quiet={quiet} onChange={actions.setQuietHours} />
    </>
  );
}
