import type { ReadFailure } from '@/utils/model/failure';
import type { Report } from '@/utils/model/report';

/** One document that an adapter wants. */
export interface DocumentRequest {
  /** What `parse` knows it by. */
  name: string;
  url: string;
  /**
   * Absent: for every reading. `history`: only when closed incidents are wanted too. `detail`: adds to a reading
   * that stands without it, and is not to be counted on.
   */
  need?: 'history' | 'detail';
}

/** The bodies that arrived, as text, by the name that `requests` gave them. */
export type Documents = Readonly<Record<string, string>>;

export type Reading = { ok: true; report: Report } | { ok: false; failure: ReadFailure };

/** Which page the documents should be of. */
export interface ExpectedPage {
  /** Null where the page's id is not known: then the documents have to agree with each other, and with the hosts. */
  pageId: string | null;
  /** Without a slash at the end; null when it is not known. */
  origin: string | null;
  /** Hosts that the page may state as its own beside that of `origin`. */
  hosts?: readonly string[];
  /**
   * When the documents were read, epoch milliseconds. Only for what a page dates in the future or not at all; absent
   * where nobody knows.
   */
  readAt?: number;
}

/** How often a page of this dialect may be read, at the least in between. */
export interface PollFloors {
  /** In trouble, or with the chat open. */
  troubleMs: number;
  calmMs: number;
  /** When a person asks. */
  askedMs: number;
}

/** How one dialect is read; which one it is, its key in the list of adapters says. Pure: no network, no clock; the same documents and expectations always give the same reading. */
export interface Adapter {
  /** Absent: the usual ones. */
  floors?: PollFloors;
  /** `origin` has no slash at the end. The addresses of some dialects need the page's id too. */
  requests(origin: string, pageId?: string | null): readonly DocumentRequest[];
  /** Never throws. */
  parse(documents: Documents, expected: ExpectedPage): Reading;
}
