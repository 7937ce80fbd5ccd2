import { describe, expect, it } from 'vitest';
import { rss, xaiItem } from '@/tests/fixtures/feeds/documents';
import { summary } from '@/tests/fixtures/statuspage/documents';
import { explainBody } from '@/utils/platforms/read-body';

const page = (title: string, body = '') => `<!doctype html>\n<html lang="en"><title>${title}</title>${body}</html>`;

/** The bytes of another charset, decoded as UTF-8. */
const misread = (text: string, charset: BufferEncoding) => Buffer.from(text, charset).toString('utf8');

describe('explainBody', () => {
  it.each([
    ['a web page', page('Status')],
    ['a web page that begins with a comment', `<!-- built --> ${page('Status')}`],
    ['XHTML', `<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html></html>`],
    ['a web page in Latin-1', misread(page('Größe'), 'latin1')],
    ['a web page that loads a challenge script', page('Status', '<script src="/cdn-cgi/challenge-platform/x">')],
    ['a web page with a link to sign in', page('Status', '<a href="/login">Log in</a><input type="email">')],
  ])('returns html for %s', (_, body) => {
    expect(explainBody(body)).toBe('html');
  });

  it.each([
    ['a form with a password field', page('Welcome', '<form><input name="p" type="password"></form>')],
    ['a sign-in title', page('Sign in to continue')],
    ['a login title', page('Acme | Login')],
    ['a WISPr comment of a hotspot', page('Hello', '<!-- <WISPAccessGatewayParam> -->')],
    ['the title of a hotspot', page('Airport Hotspot')],
  ])('returns sign_in for %s', (_, body) => {
    expect(explainBody(body)).toBe('sign_in');
  });

  it.each([
    ['a Cloudflare challenge by its title', page('Just a moment...')],
    ['a Cloudflare challenge by its settings', page('status.example', '<script>window._cf_chl_opt={}</script>')],
    ['another challenge by its title', page('Verify you are human')],
    ['a challenge with a question as title', page('Are you human?')],
    ['a DataDome challenge', page('status.example', '<script src="https://ct.captcha-delivery.com/c.js"></script>')],
    ['a challenge with a password field', page('Just a moment...', '<input type="password">')],
  ])('returns challenge for %s', (_, body) => {
    expect(explainBody(body)).toBe('challenge');
  });

  it.each([
    ['half of a document', summary().slice(0, 200)],
    ['a document without its last bracket', summary().slice(0, -1)],
    ['an unterminated string', '{"page":{"name":"a \\" b'],
    ['an unterminated list', '[{"id":"a"},'],
    ['a document cut in the middle of a character', '{"name":"Gr\uFFFD'],
    ['half a feed', rss([xaiItem()]).slice(0, -10)],
    ['the beginning of a feed', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A'],
  ])('returns truncated for %s', (_, body) => {
    expect(explainBody(body)).toBe('truncated');
  });

  it.each([
    ['UTF-16 decoded as UTF-8', misread('{"page":{}}', 'utf16le')],
    ['binary data', '\u001f\uFFFD\b\0\0\0'],
    ['truncated UTF-16 decoded as UTF-8', misread('{"page":{"na', 'utf16le')],
  ])('returns wrong_charset for %s', (_, body) => {
    expect(explainBody(body)).toBe('wrong_charset');
  });

  it.each([
    ['an empty body', ''],
    ['plain text', 'Service temporarily unavailable'],
    ['JSON with trailing text', '{"page":{}} ok'],
    ['unbalanced brackets inside a string', '{"a":"{["} x'],
    ['XML of another kind', '<Error><Code>AccessDenied</Code></Error>'],
    ['a feed with a document type', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss([])}`],
  ])('returns not_json for %s', (_, body) => {
    expect(explainBody(body)).toBe('not_json');
  });
});

it.each(['<!-- a -->', '<input type', '<title>', '</a', '{"', '[', '\0'])(
  'explainBody handles a long body of %j without slow backtracking',
  (piece) => {
    const body = piece.repeat(200_000);
    expect(['not_json', 'truncated', 'wrong_charset', 'html']).toContain(explainBody(body));
    expect(explainBody(`<html>${body}`)).toBe('html');
  },
);
