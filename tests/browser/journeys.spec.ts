import type { Grant } from '@/tests/journeys/driven';
import { JOURNEYS } from '@/tests/journeys/journeys';
import { driveChromium } from './drive-chromium';
import { test } from './fixtures';

/** What is granted, as the profile has it. */
const PATTERNS: Record<Grant, string> = {
  banner: 'https://claude.ai/*',
  evidence: 'webRequest',
  carry: 'https://chatgpt.com/*',
};

for (const { name, grants, isJustInstalled = false, run } of JOURNEYS) {
  test.describe(name, () => {
    test.use({ grants: grants.map((grant) => PATTERNS[grant]), keepsWelcome: isJustInstalled });

    test('in Chromium', ({ loopback, understudy }) => run(driveChromium(loopback, understudy)));
  });
}
