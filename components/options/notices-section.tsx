import { useId } from 'react';
import { PresetNote } from '@/components/preset-note';
import { Presettable } from '@/components/presettable';
import { AssistantLoudness } from './assistant-loudness';
import { QuietHours } from './quiet-hours';
import type { SectionProps } from './section-props';

/** What interrupts, about whom and when. */
export function NoticesSection({ view, actions }: SectionProps) {
  const id = useId();
  const { preset } = view;
  const { why, assistants, quiet } = view.notices;
  return (
    <>
      <p className="quiet">{why}</p>
      <PresetNote id={id} note={preset.loudness} />
      {assistants.map((notices) => (
        <AssistantLoudness
          key={notices.assistantId}
          notices={notices}
          presetBy={preset.loudness && id}
          actions={actions}
        />
      ))}
      <Presettable note={preset.quietHours}>
        <QuietHours quiet={quiet} onChange={actions.setQuietHours} />
      </Presettable>
    </>
  );
}
