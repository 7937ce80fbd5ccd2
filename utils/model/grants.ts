/** Permissions that the user has granted beyond the required ones. */
export interface Grants {
  /** Match patterns of hosts, as the browser lists them. */
  origins: readonly string[];
  /** Whether the `webRequest` permission is granted. */
  hasEvidence: boolean;
}

const EVERYWHERE = ['<all_urls>', '*://*/*', 'https://*/*'];

/** Whether a match pattern is granted, directly or through access to all sites. */
export function isGranted({ origins }: Pick<Grants, 'origins'>, pattern: string): boolean {
  return origins.some((origin) => origin === pattern || (EVERYWHERE.includes(origin) && pattern.startsWith('https:')));
}
