/**
 * The first sign of a text as a person sees it: an emoji, a flag or a letter with its marks is one sign of several code
 * units. Empty where there is none.
 */
export function firstGrapheme(text: string): string {
  const [first] = new Intl.Segmenter().segment(text.trimStart());
  return first?.segment ?? '';
}
