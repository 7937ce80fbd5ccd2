import { Disclosure } from '@/components/disclosure';
import { EvidenceLog } from '@/components/options/evidence-log';
import { english, englishAt } from '@/tests/fakes/english';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { evidenceLog } from '@/utils/ui/evidence-log';
import type { EvidenceLogState } from './gallery-state';
import { NOW } from './moments';

/** The list beneath its heading, as a page would show it. */
export function EvidenceLogStage({ state }: { state: EvidenceLogState }) {
  const view = evidenceLog({ log: state.log }, ASSISTANT_IDS, englishAt(NOW));
  const labels = { copied: english('popup_copied'), copyFailed: english('popup_copy_failed') };
  return (
    <main className="popup" lang="en">
      <header className="summary">
        <h1>A page of ours</h1>
      </header>
      <Disclosure heading={view.heading} gist={null} isOpen onToggle={() => undefined}>
        <EvidenceLog view={view} labels={labels} copy={async () => true} />
      </Disclosure>
    </main>
  );
}
