import type { StatusPage } from '@/utils/model/assistant';
import type { PlatformId } from '@/utils/model/report';
import type { Reading } from '@/utils/platforms/adapters';
import { withFoundCore } from '@/utils/rules/judging/find-core';

/** Why a reading is trusted or not, for maintainers. */
export interface Trust {
  isBelieved: boolean;
  shape: string;
  identity: string;
  /** The assistant's core components and whether the page lists them; empty without an assistant. */
  core: { id: string | null; name: string; isListed: boolean }[];
}

/** `page`: the expected identity; null accepts any. `documents`: the names of those that were read. */
export function trustIn(
  reading: Reading,
  platform: PlatformId,
  page: Pick<StatusPage, 'pageId' | 'hosts' | 'core' | 'coreNames' | 'features'> | null,
  documents: readonly string[],
): Trust {
  const pageId = page?.pageId ?? null;
  const expected = pageId === null ? 'no identity was asked for' : `the page is ${pageId}`;
  const components = reading.ok ? reading.report.components : [];
  const named =
    page === null || !reading.ok ? [] : withFoundCore(page, { report: reading.report, foundParts: [] }).core;
  const wanted = [...(page?.core ?? []), ...(page?.coreNames ?? []).map((name) => ({ id: null, name }))];
  const core = wanted.map(({ id: recorded, name }) => {
    const id = recorded ?? named.find((part) => part.name === name)?.id ?? null;
    return { id, name, isListed: components.some((one) => one.id === id) };
  });
  const shape = `the shape of ${platform} (${documents.join(', ')})`;
  if (reading.ok) return { isBelieved: true, shape: `they have ${shape}`, identity: expected, core };
  const { kind } = reading.failure;
  const isOther = kind === 'wrong_page';
  return {
    isBelieved: false,
    shape: isOther ? `they have ${shape}` : `they do not have ${shape}: ${kind}`,
    identity: isOther ? `they are of another page than ${pageId}` : 'not looked at',
    core,
  };
}
