import { findFirefox } from '@/scripts/find-firefox.mjs';
import { JOURNEYS } from '@/tests/journeys/journeys';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

for (const { name, stopsSoon = false, run } of JOURNEYS) {
  test.describe(() => {
    test.use({ stopsSoon });

    test(`${name} (in Firefox)`, ({ loopback, understudy }) => run(driveFirefox(loopback, understudy)));
  });
}
