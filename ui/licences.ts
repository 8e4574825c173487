// The licences of everything that is built into the program, collected while it is built, so that the list can neither
// be forgotten nor grow old: `import('virtual:licences')` answers with them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { BuiltIn, Licences } from './src/licences';

const ui = fileURLToPath(new URL('.', import.meta.url));

type Package = { name: string; version: string; licence: string; folder: string };

export function licences(): Plugin {
  return {
    name: 'licences',
    resolveId: { filter: { id: /^virtual:licences$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:licences$/ },
      handler: () => `export default ${JSON.stringify(collect())}`,
    },
  };
}

/** Every text once; a package names those that are its own. */
export function collect(): Licences {
  const texts = new Map<string, number>();
  const packages: BuiltIn[] = [...crates(), ...modules()].map(({ name, version, licence, folder }) => ({
    name,
    version,
    licence,
    texts: textsIn(folder).map((text) => {
      const at = texts.get(text) ?? texts.size;
      texts.set(text, at);
      return at;
    }),
  }));
  packages.sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
  return { packages, texts: [...texts.keys()] };
}

/** What `dependencies` of the package and theirs are; tools that only build are not built in. */
function modules(): Package[] {
  const lock = JSON.parse(readFileSync(join(ui, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; license?: string; dev?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path, { version, license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? '',
      folder: join(ui, path),
    }));
}

type Metadata = {
  packages: { id: string; name: string; version: string; license: string | null; manifest_path: string }[];
  resolve: { nodes: { id: string; deps: { pkg: string; dep_kinds: { kind: string | null }[] }[] }[] };
};

/** What the program is compiled from on this system. */
function crates(): Package[] {
  const metadata = JSON.parse(
    cargo('metadata', '--locked', '--format-version', '1', '--filter-platform', host()),
  ) as Metadata;
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const wanted = metadata.packages.filter(({ name }) => name === 'hegu').map(({ id }) => id);
  for (const id of wanted) {
    for (const { pkg, dep_kinds } of nodes.get(id)?.deps ?? []) {
      if (!wanted.includes(pkg) && dep_kinds.some(({ kind }) => kind === null)) wanted.push(pkg);
    }
  }
  return metadata.packages
    .filter(({ id, name }) => wanted.includes(id) && !name.startsWith('hegu'))
    .map(({ name, version, license, manifest_path }) => ({
      name,
      version,
      licence: license ?? '',
      folder: dirname(manifest_path),
    }));
}

function host(): string {
  return /^host: (.*)$/m.exec(execFileSync('rustc', ['-vV'], { encoding: 'utf8' }))?.[1] ?? '';
}

function cargo(...args: string[]): string {
  return execFileSync('cargo', args, { cwd: join(ui, '..'), encoding: 'utf8', maxBuffer: 1 << 28 });
}

/** Also one folder down, where a crate keeps the C library that it compiles. */
function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { withFileTypes: true });
  const deeper = inside.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [folder, ...deeper.map(({ name }) => join(folder, name))].flatMap((place) =>
    readdirSync(place)
      .filter(
        (name) => /^(un)?licen[cs]e|^copying|^notice/i.test(name) && !/\.(rs|js|ts|py|json)$/.test(name),
      )
      .map((name) => join(place, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'utf8').trim()),
  );
}
