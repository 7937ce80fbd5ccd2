import { useRef, useState } from 'react';
import type { WelcomeView } from '@/utils/ui/welcome/welcome-view';
import { SampleBanner } from './sample-banner';

interface Props {
  sample: WelcomeView['sample'];
  direction: 'ltr' | 'rtl';
  onNotice: () => void;
}

/** What it looks like when somebody is in trouble, shown in this page; and a notification, by a click. */
export function WelcomeSample({ sample, direction, onNotice }: Props) {
  const [isShown, setShown] = useState(false);
  const show = useRef<HTMLButtonElement>(null);
  // The button that was pressed goes with the banner: the focus goes where it can be had back.
  const dismiss = () => {
    setShown(false);
    show.current?.focus();
  };
  return (
    <section aria-labelledby="sample-heading">
      <h2 id="sample-heading">{sample.heading}</h2>
      <div className="actions">
        <button ref={show} type="button" className="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {sample.show}
        </button>
        <button type="button" className="button" onClick={onNotice}>
          {sample.notice}
        </button>
      </div>
      {isShown && (
        <SampleBanner view={sample.banner} others={sample.others} direction={direction} onDismiss={dismiss} />
      )}
    </section>
  );
}
