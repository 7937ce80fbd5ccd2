import type { Status } from '@/utils/model/status';
import type { Ports } from './ports';
import { showAll } from './show';

/** Changes the status in turn, then makes the surfaces match it. */
export async function changeStatus(ports: Ports, step: (status: Status) => Status): Promise<null> {
  await ports.inTurn(async () => ports.writeStatus(step(await ports.readStatus())));
  await showAll(ports);
  return null;
}
