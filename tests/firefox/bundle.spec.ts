import { test } from '@playwright/test';
import { expectNoRemoteCode, expectNothingExposed, expectOwnFilesOnly } from '@/tests/browser/bundle-checks';
import { EXTENSION } from './fixtures';

test('no script of the bundle for Firefox evaluates strings or loads remote code', () => {
  expectNoRemoteCode(EXTENSION);
});

test('the pages of the bundle for Firefox load only its own files and contain no inline scripts', () => {
  expectOwnFilesOnly(EXTENSION);
});

test('the manifest for Firefox keeps the default content security policy and exposes nothing to web pages', () => {
  expectNothingExposed(EXTENSION);
});
