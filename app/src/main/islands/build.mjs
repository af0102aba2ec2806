// Builds every island into ../resources/static/islands and writes down from which sources it was built.
// A Java test (IslandsAreFreshTest) recomputes the same sums, so that plain Maven never needs Node.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { localisedFormJs } from './build/localised.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'resources', 'static', 'islands');

// One build each: an island is one file without shared chunks, so a page loads only what it shows.
const entries = ['styles/app.scss', 'styles/position.scss', 'styles/form.scss', 'src/app.js', 'src/position.js', 'src/form.js', 'src/signature.js'];

rmSync(target, { recursive: true, force: true });
for (const entry of entries) {
  await build({
    root: here,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [localisedFormJs()],
    css: {
      preprocessorOptions: {
        scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: target,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      cssCodeSplit: true,
      modulePreload: false,
      target: 'es2022',
      rollupOptions: {
        input: join(here, entry),
        output: {
          format: 'es',
          codeSplitting: false,
          entryFileNames: '[name].js',
          assetFileNames: (asset) => (/\.woff2?$/.test(asset.names[0] ?? '') ? 'fonts/[name][extname]' : '[name][extname]'),
        },
      },
    },
  });
}

function filesBelow(folder) {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

function sums(folder, skip) {
  return filesBelow(folder)
    .map((path) => relative(folder, path).split(sep).join('/'))
    .filter((path) => path !== skip)
    .sort()
    .map((path) => `${createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')}  ${path}`);
}

const record = 'islands.sha256';
const lines = [
  '# sources',
  ...sums(here).map((line) => line.replace('  ', '  sources/')),
  '# bundles',
  ...sums(target, record).map((line) => line.replace('  ', '  islands/')),
];
writeFileSync(join(target, record), lines.join('\n') + '\n');
console.log(`${lines.length - 2} sums in ${relative(process.cwd(), join(target, record))}`);
