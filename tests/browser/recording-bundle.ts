import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Loopback } from '@/tests/loopback/loopback';
import { EXTENSION } from './fixtures';

/** The data that the mock network receives about each notification before it is shown. */
export interface RecordedNotification {
  id: string;
  title: string;
}

const REPORT_TO = 'https://status.claude.com/notifications';

/**
 * Runs before the worker's own code and sends each notification to the mock network at once, since neither worker nor
 * browser survives to be asked.
 */
const RECORDER = `{
  const { create } = chrome.notifications;
  chrome.notifications.create = async (id, options) => {
    const said = new URLSearchParams({ id, title: options.title });
    await fetch('${REPORT_TO}?' + said, { mode: 'no-cors', cache: 'no-store' });
    return create.call(chrome.notifications, id, options);
  };
}
`;

/** A copy of the shipped bundle whose worker reports its notifications. The caller removes the folder. */
export function makeRecordingBundle(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-recording-'));
  cpSync(EXTENSION, folder, { recursive: true });
  const worker = path.join(folder, 'background.js');
  writeFileSync(worker, RECORDER + readFileSync(worker, 'utf8'));
  return folder;
}

/** Every notification since the mock network's log was cleared, in order, across restarts. */
export function recordedNotifications({ requests }: Pick<Loopback, 'requests'>): RecordedNotification[] {
  return requests
    .map(({ host, path: asked }) => new URL(asked, `https://${host}`))
    .filter(({ href }) => href.startsWith(`${REPORT_TO}?`))
    .map(({ searchParams }) => ({ id: searchParams.get('id') ?? '', title: searchParams.get('title') ?? '' }));
}
