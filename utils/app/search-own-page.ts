import { patternOf } from '@/utils/assistants/patterns';
import { isOwnPagePlatform } from '@/utils/model/own-page';
import type { PageSearch } from '@/utils/model/page-search';
import { isOpen } from '@/utils/model/report';
import { pageNameOf } from '@/utils/platforms/page-name';
import { findPage } from './find-page';
import type { Ports } from './ports';

/**
 * Looks whether the host of an address has a status page that can be watched. What anybody may read is read without a
 * permission; where nothing is, the host has to be granted first. Never rejects.
 */
export async function searchOwnPage(
  { fetchDocument, hasAccess }: Pick<Ports, 'fetchDocument' | 'hasAccess'>,
  address: string,
): Promise<PageSearch> {
  const { host } = new URL(address);
  const isGranted = await hasAccess([patternOf(host)]);
  const found = await findPage((url) => fetchDocument({ url, hosts: [host], isCorsOpen: true }), host);
  if (found.page === null) {
    return isGranted ? { kind: 'not_found', reason: found.reason } : { kind: 'needs_access', host };
  }
  const { page, reading, documents } = found;
  const { platform, origin, pageId } = page;
  if (!isOwnPagePlatform(platform)) return { kind: 'not_watchable', platform };
  if (!reading.ok) return { kind: 'not_found', reason: reading.failure.kind };
  const { components, incidents } = reading.report;
  if (components.length === 0) return { kind: 'lists_nothing' };
  return {
    kind: 'found',
    page: {
      platform,
      address: origin,
      pageId,
      // With a grant nobody can tell whether it was needed; Statuspage lets everybody read (documented).
      isCorsOpen: !isGranted || platform === 'statuspage',
      name: pageNameOf(documents) ?? host,
      components,
      openIncidents: incidents.filter(isOpen).length,
    },
  };
}
