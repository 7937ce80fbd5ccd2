import { useEffect, useRef } from 'react';
import { type Banner, createBanner } from '@/components/banner/render-banner';
import type { ComposerReading } from '@/utils/model/composer-reading';
import type { Alternative, BannerView } from '@/utils/model/views';

interface Props {
  view: BannerView;
  others: Alternative[];
  direction: 'ltr' | 'rtl';
  onDismiss: () => void;
}

const nothing = () => undefined;
const SAMPLE_READING: ComposerReading = { kind: 'typed', text: '', hasFiles: false };

/** The banner itself, drawn as on a chat site; its list opens, and nothing in it leads anywhere. */
export function SampleBanner({ view, others, direction, onDismiss }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const banner = useRef<Banner>(null);
  const latest = useRef({ others, onDismiss });
  useEffect(() => {
    latest.current = { others, onDismiss };
  }, [others, onDismiss]);
  useEffect(() => {
    const element = host.current;
    if (element === null || element.shadowRoot !== null) return;
    banner.current = createBanner(element.attachShadow({ mode: 'open' }), {
      alternatives: async () => latest.current.others,
      choose: nothing,
      readComposer: () => SAMPLE_READING,
      awaitRecovery: nothing,
      check: nothing,
      history: nothing,
      putBack: nothing,
      discard: nothing,
      dismiss: () => latest.current.onDismiss(),
    });
  }, []);
  // Whoever is chosen meanwhile is who it is about.
  useEffect(() => banner.current?.show(view), [view]);
  return <div ref={host} className="sample" dir={direction} />;
}
