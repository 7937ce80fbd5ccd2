import { openTab } from '@/utils/browser/chat-tabs';

/** Goes to another page of ours, in its open tab where there is one. Where tabs cannot be had, as a link would. */
export function goToPage(href: string): void {
  openTab(new URL(href, location.href).href).catch(() => window.open(href, '_blank', 'noopener'));
}
