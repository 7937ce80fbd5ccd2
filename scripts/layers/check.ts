import path from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describeImports, LAYERS, type Layer } from './table';

export interface Import {
  specifier: string;
  line: number;
}

const isWithin = (target: string, folder: string): boolean => target === folder || target.startsWith(`${folder}/`);

export function layerOf(file: string): Layer | undefined {
  return LAYERS.filter(({ folder }) => isWithin(file, folder)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Every import and re-export of a module: static, dynamic, of types. Throws where the text doesn't parse. */
export function importsOf(file: string, text: string): Import[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = ({ source }: { source: ESTree.Expression | null }) => {
    if (source === null) return;
    const isText = source.type === 'Literal' && typeof source.value === 'string';
    const line = text.slice(0, source.start).split('\n').length;
    // A computed specifier can't be checked. This text matches no layer and no package, so it is a violation.
    found.push({ specifier: isText ? String(source.value) : '(computed)', line });
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(program);
  return found.sort((a, b) => a.line - b.line);
}

/** The imported file of this project from its root, without extension and query; null for an npm package. */
function targetOf(file: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '').replace(/\.tsx?$/, '');
  if (bare.startsWith('@/')) return path.posix.normalize(bare.slice(2));
  return bare.startsWith('.') ? path.posix.join(path.posix.dirname(file), bare) : null;
}

function isAllowed(layer: Layer, file: string, specifier: string): boolean {
  const { folder, mayImport, except = [], packages } = layer;
  const target = targetOf(file, specifier);
  if (target === null) return packages === 'any' || packages.some((name) => isWithin(specifier, name));
  const isOpen = [folder, ...mayImport].some((part) => isWithin(target, part));
  return isOpen && !except.some((part) => isWithin(target, part));
}

/** WXT loads its configuration, and what that imports, without the alias "@/". */
const LOADED_WITHOUT_ALIAS = new Set(['utils/assistants/patterns.ts']);

/** One line for each import that the table does not allow. */
export function violationsOf(file: string, imports: readonly Import[]): string[] {
  const layer = layerOf(file);
  if (layer === undefined) return [`${file}: belongs to no layer. Add its folder to scripts/layers/table.ts.`];
  return imports.flatMap(({ specifier, line }) => {
    const at = `${file}:${line} imports "${specifier}"`;
    if (specifier.startsWith('../') && !LOADED_WITHOUT_ALIAS.has(file))
      return [`${at}: write imports from another folder with "@/".`];
    if (isAllowed(layer, file, specifier)) return [];
    return [`${at}: ${layer.folder} may import only ${describeImports(layer)}.`];
  });
}
