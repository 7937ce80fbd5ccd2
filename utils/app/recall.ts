import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Ports } from './ports';

/** What is remembered, and what the person wants. */
export function recall(ports: Ports): Promise<[Status, Options]> {
  return Promise.all([ports.readStatus(), ports.readOptions()]);
}
