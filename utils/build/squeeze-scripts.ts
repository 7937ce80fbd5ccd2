import { minify } from 'terser';
import type { Plugin } from 'vite';
import { asOneScript } from './as-one-script';

/** Safe for what is built as one script; what is not said here is as Terser has it. */
const SQUEEZE = {
  passes: 3,
  // What a script comes to is its answer to whoever put it into a tab: the draft that was typed there, say.
  expression: true,
  // Nothing calls a plain function with `new`.
  unsafe_arrows: true,
  // Nothing rests on what a mere look at a property does or throws.
  pure_getters: true,
  // Functions that stand together leave the variables between them to be declared as one.
  hoist_funs: true,
  // Nothing of ours writes to the console; what WXT says there is for whoever builds with it.
  drop_console: true,
} as const;

/**
 * What is built as one script (the worker, the scripts on chat sites, the glance) is squeezed once more: it is parsed at
 * every wake-up, on a page that is not ours, or before anything is painted.
 */
export function squeezeScripts(): Plugin {
  return {
    name: 'squeeze-scripts',
    apply: (config, { command }) => command === 'build' && asOneScript(config) && config.build?.minify !== false,
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        for (const chunk of chunks) {
          const { code } = await minify(chunk.code, { ecma: 2020, compress: SQUEEZE });
          chunk.code = code ?? chunk.code;
        }
      },
    },
  };
}
