import { chatPatterns } from '@/utils/assistants/patterns';
import type { Assistant } from '@/utils/model/assistant';
import { type Grants, isGranted } from '@/utils/model/grants';
import type { Options } from '@/utils/model/options';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

/** In the order of the user. */
export const watchedAssistants = ({ watched }: Pick<Options, 'watched'>): Assistant[] => watched.map(assistantOf);

/** In the order of the registry. */
export const unwatchedAssistants = ({ watched }: Pick<Options, 'watched'>): Assistant[] =>
  allAssistants().filter(({ id }) => !watched.includes(id));

/**
 * Whether the site of no watched chat is granted, without which drafts cannot be saved and requests cannot be seen. False
 * while the grants are not known, so that no note appears and goes again.
 */
export function lacksChatSite(options: Pick<Options, 'watched'>, grants: Grants | null): boolean {
  if (grants === null) return false;
  return !watchedAssistants(options)
    .flatMap(chatPatterns)
    .some((pattern) => isGranted(grants, pattern));
}
