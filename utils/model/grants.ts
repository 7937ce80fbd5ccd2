/** What the person has granted beyond the install. */
export interface Grants {
  /** Match patterns of hosts, as the browser lists them. */
  origins: readonly string[];
  /** Whether we may see what becomes of requests to granted hosts. */
  hasEvidence: boolean;
}

const EVERYWHERE = ['<all_urls>', '*://*/*', 'https://*/*'];

/** Whether a pattern of ours is granted, by itself or by a person who has let us onto every site. */
export function isGranted({ origins }: Pick<Grants, 'origins'>, pattern: string): boolean {
  return origins.some((origin) => origin === pattern || (EVERYWHERE.includes(origin) && pattern.startsWith('https:')));
}
