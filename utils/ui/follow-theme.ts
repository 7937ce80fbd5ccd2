import { optionsItem } from '@/utils/browser/storage';
import type { Options } from '@/utils/model/options';

const show = ({ theme }: Options): void => {
  document.documentElement.dataset.theme = theme;
};

/** Has a page of ours shown as the person likes it, from now on. */
export function followTheme(): void {
  optionsItem.watch(show);
  void optionsItem.read().then(show);
}
