import type { ReadFailureKind } from '@/utils/model/failure';

export type BodyKind = Extract<
  ReadFailureKind,
  'html' | 'sign_in' | 'challenge' | 'truncated' | 'wrong_charset' | 'not_json'
>;

const HTML = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|title|meta)\b/i;

/**
 * Detects bot protection by markers that only its own pages have: the titles of Cloudflare's pages, its challenge's
 * settings (its scripts occur in ordinary pages too), and markers of AWS WAF, DataDome and HUMAN.
 */
const CHALLENGE =
  /<title>[^<]*(?:just a moment|attention required|checking your browser|you(?: are|'re)?(?: an?)? human|not a robot)|_cf_chl_opt|gokuProps|captcha-delivery\.com|px-captcha/i;

/** Detects sign-in pages: a password field, a title that says so, or a captive portal's message to devices (WISPr). */
const SIGN_IN =
  /<input[^<>]*\stype\s*=\s*["']?password|<title>[^<]*\b(?:(?:sign|log)[ -]?[io]n|captive portal|hotspot)\b|<WISPAccessGatewayParam/i;

/** Undecodable bytes, and the zero bytes of UTF-16 read as an 8-bit charset. */
const NO_LETTER = /[\0\uFFFD]/;

/** Whether quotation marks or brackets are still open at the end. */
function isCutJson(text: string): boolean {
  let [depth, isInText] = [0, false];
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (isInText && character === '\\') i += 1;
    else if (character === '"') isInText = !isInText;
    else if (!isInText && '{['.includes(character)) depth += 1;
    else if (!isInText && '}]'.includes(character)) depth -= 1;
  }
  return isInText || depth > 0;
}

/** Whether a body begins like RSS or Atom. */
export const isFeedBody = (text: string): boolean => /^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed)\b/.test(text);

/** Whether the root element is not closed. */
const isCutFeed = (text: string): boolean => isFeedBody(text) && !/<\/\w+>$/.test(text);

function isCut(text: string): boolean {
  // Ignore half a character at the end of a cut body.
  const whole = text.replace(/\uFFFD$/, '');
  return !NO_LETTER.test(whole) && (/^[{[]/.test(whole) ? isCutJson(whole) : isCutFeed(whole));
}

/** What a body is that could not be parsed as JSON or a feed. Pure; never throws. */
export function explainBody(body: string): BodyKind {
  const text = body.replace(/^\uFEFF/, '').trim();
  if (HTML.test(text)) return CHALLENGE.test(text) ? 'challenge' : SIGN_IN.test(text) ? 'sign_in' : 'html';
  if (isCut(text)) return 'truncated';
  return NO_LETTER.test(text) ? 'wrong_charset' : 'not_json';
}
