import type { Grant } from '@/tests/journeys/driven';
import { JOURNEYS } from '@/tests/journeys/journeys';
import { driveChromium } from './drive-chromium';
import { test } from './fixtures';

/** The grants of the profile. */
const PATTERNS: Record<Grant, string> = {
  banner: 'https://claude.ai/*',
  evidence: 'webRequest',
  carry: 'https://chatgpt.com/*',
};

for (const { name, grants, isJustInstalled = false, run } of JOURNEYS) {
  test.describe(() => {
    test.use({ grants: grants.map((grant) => PATTERNS[grant]), keepsWelcome: isJustInstalled });

    test(`${name} (in Chromium)`, ({ loopback, understudy }) => run(driveChromium(loopback, understudy)));
  });
}
