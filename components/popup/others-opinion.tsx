import { SecondOpinion } from '@/components/second-opinion';
import { NOT_ASKED } from '@/utils/model/opinion';
import { askableSources } from '@/utils/ui/ask-others';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { isPast } from '@/utils/ui/popup/row';
import type { RowProps } from './row-details';

/** Whether others are affected too, while an issue is only possible. */
export function OthersOpinion({ status, verdict }: RowProps) {
  const { options, opinions, ask } = usePopup();
  const { id, name } = assistantOf(verdict.assistantId);
  if (verdict.kind !== 'suspected' || isPast(status, verdict)) return null;
  return (
    <SecondOpinion
      name={name}
      sources={askableSources(id, options)}
      opinion={opinions[id] ?? NOT_ASKED}
      onAsk={() => ask(id)}
      isInRow
    />
  );
}
