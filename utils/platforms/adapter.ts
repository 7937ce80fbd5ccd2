import type { ReadFailure } from '@/utils/model/failure';
import type { PlatformId, Report } from '@/utils/model/report';

/** One document that an adapter wants. */
export interface DocumentRequest {
  /** What `parse` knows it by. */
  name: string;
  url: string;
  /** `reading`: for every reading. `history`: only when closed incidents are wanted too. */
  need: 'reading' | 'history';
}

/** The bodies that arrived, as text, by the name that `requests` gave them. */
export type Documents = Readonly<Record<string, string>>;

export type Reading = { ok: true; report: Report } | { ok: false; failure: ReadFailure };

/** How one dialect is read. Pure: no network, no clock; the same documents always give the same reading. */
export interface Adapter {
  id: PlatformId;
  /** `origin` has no slash at the end. */
  requests(origin: string): readonly DocumentRequest[];
  /** Never throws. `expectedPageId` null means that any page is believed. */
  parse(documents: Documents, expectedPageId: string | null): Reading;
}
