import './check.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { AssistantId } from '@/utils/model/assistant';
import { createCheckStore } from '@/utils/ui/check/check-store';
import { CheckPage } from './check-page';

/** Ties "Is it me?" to a store of its own, which begins to look at once. */
export function CheckApp({ assistantId }: { assistantId: AssistantId }) {
  const [store] = useState(() => createCheckStore(assistantId));
  useEffect(() => store.start(), [store]);
  const { view } = useStore(store);
  return <CheckPage view={view} actions={store.actions} />;
}
