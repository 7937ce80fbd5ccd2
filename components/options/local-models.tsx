import type { OptionsActions } from '@/utils/ui/options/options-actions';
import type { PlanBLocal } from '@/utils/ui/options/plan-b-local';

/** Looks for programmes on this machine, and says plainly what they can and cannot do. */
export function LocalModels({ local, actions }: { local: PlanBLocal; actions: OptionsActions }) {
  const { isFinding, found } = local;
  return (
    <div className="part">
      <h3>{local.heading}</h3>
      <p className="quiet">{local.why}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-busy={isFinding}
          aria-disabled={isFinding}
          onClick={isFinding ? undefined : actions.findLocalModels}
        >
          {local.find}
        </button>
      </div>
      <div aria-live="polite">
        {found.length > 0 && (
          <ul className="found">
            {found.map(({ modelId, said, add }) => (
              <li key={modelId}>
                <span>{said}</span>
                {add !== null && (
                  <button type="button" className="button small" onClick={() => actions.chooseLocalModel(modelId)}>
                    {add}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="quiet said">{local.page}</p>
    </div>
  );
}
