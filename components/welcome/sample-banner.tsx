import { useEffect, useRef } from 'react';
import { createBanner } from '@/components/banner/render-banner';
import type { Alternative, BannerView } from '@/utils/model/views';

interface Props {
  view: BannerView;
  others: Alternative[];
  direction: 'ltr' | 'rtl';
  onDismiss: () => void;
}

const nothing = () => undefined;

/** The banner itself, drawn as on a chat site; its list opens, and nothing in it leads anywhere. */
export function SampleBanner({ view, others, direction, onDismiss }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, others, onDismiss });
  useEffect(() => {
    const element = host.current;
    if (element === null || element.shadowRoot !== null) return;
    const { view, others, onDismiss } = latest.current;
    const banner = createBanner(element.attachShadow({ mode: 'open' }), {
      alternatives: async () => others,
      choose: nothing,
      awaitRecovery: nothing,
      check: nothing,
      history: nothing,
      putBack: nothing,
      discard: nothing,
      dismiss: onDismiss,
    });
    banner.show(view);
  }, []);
  return <div ref={host} className="sample" dir={direction} />;
}
