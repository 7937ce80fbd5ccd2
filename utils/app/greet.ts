import type { Ports } from './ports';

/**
 * Opens the page that lets a person choose: after the install, never after an update, and not where a browser says
 * "installed" of what has long been at work, as it does of an extension that was loaded by hand.
 */
export async function greet(ports: Ports, reason: string): Promise<void> {
  if (reason !== 'install' || (await ports.readStatus()).tickedAt !== null) return;
  await ports.openTab(ports.pageUrl('welcome'));
}
