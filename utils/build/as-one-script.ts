import type { UserConfig } from 'vite';

/** For a plugin's `apply`: to what is built as one script (the worker, the scripts on chat sites, the glance), not to pages. */
export const asOneScript = ({ build }: UserConfig): boolean => Boolean(build?.lib);
