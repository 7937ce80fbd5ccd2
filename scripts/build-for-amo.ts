import path from 'node:path';
import { buildFirefox } from './packages/build-packages';
import { writePackage } from './packages/package-file';

// Builds the Firefox package only. Mozilla runs the script of this name on submitted sources and compares the result:
// https://extensionworkshop.com/documentation/publish/source-code-submission/

const ROOT = path.resolve(import.meta.dirname, '..');

console.log(path.relative(process.cwd(), writePackage(ROOT, 'firefox', await buildFirefox(ROOT))));
