/** A copy of a file that lay in a composer, on its way into another one. */
export interface CarriedFile {
  name: string;
  /** MIME type; empty if the browser does not know it. */
  type: string;
  /** The content. Messages between scripts hold no bytes in Chromium. */
  base64: string;
}

/** All files of a transfer together. As base64 they fit several times into the largest message, 64 MiB in Chromium. */
export const MAX_FILE_BYTES = 10_000_000;
export const MAX_FILES = 10;

export interface FilesReading {
  files: readonly CarriedFile[];
  /** How many files lay in the composer, the unreadable ones included. */
  total: number;
  /** Whether some are missing because of `MAX_FILE_BYTES` or `MAX_FILES`. */
  isLimited: boolean;
}

export const NO_FILES: FilesReading = { files: [], total: 0, isLimited: false };

/** The files of a transfer for the tab that was opened for it. */
export interface FilesReply {
  files: readonly CarriedFile[];
  /** What to say, by the number of files that the target accepts, from 0 to all. */
  said: readonly string[];
}
