import type { StatusPage } from '@/utils/model/assistant';
import type { Detected } from '@/utils/model/page-memory';
import { identifyPage } from '@/utils/platforms/identify-page';
import { PROBE_PATHS } from '@/utils/platforms/probes';
import type { Ports } from './ports';

/**
 * What the host of a status page looks like, now that the page is not what it should be; null when like nothing that
 * we know. Enough to be told to people, not to be judged by: nobody has read more of it than whose it says that it is.
 */
export async function detectPage(ports: Ports, { address, hosts, isCorsOpen }: StatusPage): Promise<Detected | null> {
  const { host, origin } = new URL(address);
  const answers = await Promise.all(
    PROBE_PATHS.map((path) => ports.fetchDocument({ url: origin + path, hosts, isCorsOpen })),
  );
  const [found] = answers.flatMap((answer) => (answer.ok && identifyPage(answer.body, host)) || []);
  return found === undefined ? null : { platform: found.platform };
}
