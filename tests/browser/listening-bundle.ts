import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Loopback } from '@/tests/loopback/loopback';
import { EXTENSION } from './fixtures';

/** What the loopback network is told of each notification, before it is shown. */
export interface Heard {
  id: string;
  title: string;
}

const EAR = 'https://status.claude.com/heard';

/**
 * Goes before the worker's own first line. What it hears it tells the loopback network at once, since neither worker nor
 * browser lives on to be asked.
 */
const LISTEN = `{
  const { create } = chrome.notifications;
  chrome.notifications.create = async (id, options) => {
    const said = new URLSearchParams({ id, title: options.title });
    await fetch('${EAR}?' + said, { mode: 'no-cors', cache: 'no-store' });
    return create.call(chrome.notifications, id, options);
  };
}
`;

/** The shipped bundle in a folder of its own, with an ear before its worker; whoever asked removes it. */
export function makeListeningBundle(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-listening-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const worker = path.join(folder, 'background.js');
  writeFileSync(worker, LISTEN + readFileSync(worker, 'utf8'));
  return folder;
}

/** Every notification since the log of the loopback network was cleared, in the order of showing, whoever has died since. */
export function heardIn({ requests }: Pick<Loopback, 'requests'>): Heard[] {
  return requests
    .map(({ host, path: asked }) => new URL(asked, `https://${host}`))
    .filter(({ href }) => href.startsWith(`${EAR}?`))
    .map(({ searchParams }) => ({ id: searchParams.get('id') ?? '', title: searchParams.get('title') ?? '' }));
}
