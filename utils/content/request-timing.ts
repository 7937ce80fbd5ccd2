import { ask } from './extension';

/** A request takes minutes at most, so older paths are not asked for. */
const MAX_PATHS = 20;

/** Marks in the content script's world that the script is running. */
const marker = globalThis as { understudyReportsTimings?: unknown };

/** The path of the page at a time, as events and the list of requests count it. Known since the script runs. */
function recordPaths(signal: AbortSignal): (at: number) => string {
  const paths = [{ from: 0, path: location.pathname }];
  const record = ({ timeStamp: from }: Event) => {
    if (paths.at(-1)?.path === location.pathname) return;
    paths.push({ from, path: location.pathname });
    if (paths.length > MAX_PATHS) paths.shift();
  };
  // A request is listed once it has ended, and by then a new chat has a path of its own.
  navigation.addEventListener('currententrychange', record, { signal });
  return (at) => (paths.findLast(({ from }) => from <= at) ?? paths[0])?.path ?? location.pathname;
}

/**
 * Reports status and duration of this page's messages and of its load from the browser's own list of requests, for as long
 * as the background wants them. Changes nothing in the page, and reads no content. Requests without a status are left out:
 * a connection that broke can't be told from one that the user stopped.
 * https://developer.mozilla.org/en-US/docs/Web/API/PerformanceResourceTiming
 */
export async function startRequestTiming(): Promise<void> {
  if (marker.understudyReportsTimings === true) return;
  marker.understudyReportsTimings = true;
  // In a tab that was open before, the load of the page is no news.
  const isLoading = document.readyState !== 'complete';
  let observer: PerformanceObserver | null = null;
  const left = new AbortController();
  const pathAt = recordPaths(left.signal);
  const leave = () => {
    observer?.disconnect();
    left.abort();
    marker.understudyReportsTimings = false;
  };
  const paths = await ask({ type: 'timing-paths' }).catch(() => null);
  if (paths === null) {
    leave();
    return;
  }
  const patterns = paths.map((path) => new RegExp(path));

  const report = (timing: PerformanceResourceTiming, isPage: boolean) => {
    const { host, pathname: path } = new URL(timing.name);
    const { responseStatus: status, startTime, responseStart, responseEnd } = timing;
    const isOurs = isPage || (host === location.host && patterns.some((pattern) => pattern.test(path)));
    if (!isOurs || status < 100) return;
    const firstByteMs = Math.max(0, responseStart - startTime);
    // The load of a page is reported before it has ended.
    const lengthMs = Math.max(0, responseEnd - responseStart);
    const tabPath = pathAt(startTime);
    void ask({ type: 'timing', path, tabPath, isPage, status, firstByteMs, lengthMs }).then(
      (isWanted) => isWanted || leave(),
      leave,
    );
  };

  const [load] = performance.getEntriesByType('navigation');
  if (isLoading && load !== undefined) report(load as PerformanceNavigationTiming, true);
  observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) report(entry, false);
  });
  observer.observe({ type: 'resource' });
}
