import type { AccessAsk } from '@/utils/ui/popup/access-ask';

/** Why a host is asked for, and the button that asks: in the click itself, or the browser grants nothing. */
export function AccessRequest({ ask, onAsk }: { ask: AccessAsk; onAsk: () => void }) {
  return (
    <div className="request">
      <p>{ask.why}</p>
      <button type="button" className="button small" onClick={onAsk}>
        {ask.ask}
      </button>
    </div>
  );
}
