// The Rust compilers: the native one, and a road to wasm32 chosen by trying.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { install, onDebian } from './debian.mjs';
import { at, tools, wasmTarget } from './paths.mjs';
import { ask, CannotGoOn, run, which } from './run.mjs';

const TARGET = 'wasm32-unknown-unknown';
const DEBIAN_PACKAGES = ['rustc-web', 'cargo-web', 'rust-web-src', 'rust-web-clippy'];
const memory = path.join(tools, 'wasm-road.json');

const cargoToml = () => fs.readFileSync(at('Cargo.toml'), 'utf8');
const oldest = () => /^rust-version\s*=\s*"([\d.]+)"/m.exec(cargoToml())?.[1] ?? '1.0';

/** The exact wasm-bindgen the crate is linked with. */
export function bindgenVersion() {
  const version = /^wasm-bindgen\s*=\s*"=([\d.]+)"/m.exec(cargoToml())?.[1];
  if (!version) throw new CannotGoOn('Cargo.toml does not pin wasm-bindgen with "="');
  return version;
}

const atLeast = (version, needed) => {
  const [a, b] = [version, needed].map((text) => text.split('.').map(Number));
  return a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]);
};
const versionOf = (program) => /(\d+\.\d+\.\d+)/.exec(ask(program, ['--version']) ?? '')?.[1];

/** Finds cargo and a C linker; a fresh shell may not have ~/.cargo/bin on its PATH yet. */
export async function ensureRust() {
  const home = path.join(process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo'), 'bin');
  if (!which('cargo') && fs.existsSync(path.join(home, 'cargo'))) {
    process.env.PATH = `${home}${path.delimiter}${process.env.PATH}`;
  }
  const version = which('cargo') && versionOf('rustc');
  if (!version) {
    throw new CannotGoOn(
      'Rust is missing',
      '    install rustup with its stable toolchain (https://rustup.rs), then run this again',
    );
  }
  if (!atLeast(version, oldest())) {
    throw new CannotGoOn(`Rust ${version} is too old: ${oldest()} or newer is needed`, '    rustup update stable');
  }
  if (!which('cc')) await install(['gcc', 'libc6-dev'], 'A C linker (cc)', '    install a C compiler');
  return `rustc ${version}`;
}

/** rustfmt and clippy, which a minimal rustup profile leaves out. */
export async function ensureLints() {
  const missing = ['fmt', 'clippy'].filter((tool) => !ask('cargo', [tool, '--version']));
  if (missing.length === 0) return 'present';
  const names = missing.map((tool) => (tool === 'fmt' ? 'rustfmt' : tool));
  const { code, output } = await run('rustup', ['component', 'add', ...names], { timeout: 180_000, may: true });
  if (code === 0) return `added ${names.join(', ')}`;
  const error = new CannotGoOn(`${names.join(' and ')} is missing`, `    rustup component add ${names.join(' ')}`);
  error.output = output;
  throw error;
}

function hasTarget() {
  const folder = ask('rustc', ['--print', 'target-libdir', '--target', TARGET]);
  return Boolean(
    folder && fs.existsSync(folder) && fs.readdirSync(folder).some((name) => /^libstd-.*\.rlib$/.test(name)),
  );
}

function debianReady() {
  const version = versionOf('/usr/bin/rustc');
  const sysroot = version && ask('/usr/bin/rustc', ['--print', 'sysroot']);
  const source = sysroot && path.join(sysroot, 'lib', 'rustlib', 'src', 'rust', 'library', 'std');
  const programs = ['/usr/bin/cargo', '/usr/bin/clippy-driver'];
  return Boolean(source && atLeast(version, oldest()) && [source, ...programs].every((place) => fs.existsSync(place)));
}

function remembered() {
  try {
    return JSON.parse(fs.readFileSync(memory, 'utf8')).road;
  } catch {
    return undefined;
  }
}

function remember(road, why) {
  fs.mkdirSync(tools, { recursive: true });
  fs.writeFileSync(memory, `${JSON.stringify({ road, why })}\n`);
  return why;
}

/** The standard library's source, for the compiler on PATH. */
const hasSource = () =>
  fs.existsSync(
    path.join(
      ask('rustc', ['--print', 'sysroot']) ?? '',
      'lib',
      'rustlib',
      'src',
      'rust',
      'library',
      'std',
      'Cargo.toml',
    ),
  );

/** Adds that source where rustup can; a refusal is no error, for there are other roads. */
async function addSource() {
  if (hasSource()) return true;
  if (!which('rustup')) return false;
  const { code } = await run('rustup', ['component', 'add', 'rust-src'], { timeout: 180_000, may: true });
  return code === 0 && hasSource();
}

async function addTarget() {
  if (!which('rustup')) return 'rustup is not installed';
  const { code, output, late } = await run('rustup', ['target', 'add', TARGET], { timeout: 180_000, may: true });
  if (code === 0 && hasTarget()) return undefined;
  return late ? 'rustup target add took too long' : `rustup target add: ${output.trim().split('\n').at(-1)}`;
}

/**
 * Chooses the road to wasm32 and says why. In order: the standard library is built along from the source that rustup
 * has or adds, which makes the smallest file; the prebuilt target that rustup has or adds; Debian's matching compiler,
 * which builds the library along too. `THROUGHLINE_WASM_ROAD=source|target|debian` insists on one.
 */
export async function ensureWasm() {
  const wish = process.env.THROUGHLINE_WASM_ROAD;
  if (wish === undefined || wish === 'source') {
    if (remembered() === 'source' && hasSource()) return "rustup's compiler with -Zbuild-std, as before";
    if (wish === undefined && remembered() === 'debian' && debianReady()) return "Debian's compiler, as before";
    if (await addSource()) return remember('source', "rustup's compiler with -Zbuild-std: it has the library's source");
    process.stdout.write('    not from source: rustup has no rust-src to add\n');
    if (wish === 'source')
      throw new CannotGoOn('the rust-src component could not be added', '    rustup component add rust-src');
  }
  if (wish !== 'debian') {
    if (hasTarget()) return remember('target', `the ${TARGET} target of rustup's toolchain is installed`);
    const refusal = await addTarget();
    if (!refusal) return remember('target', `added ${TARGET} with rustup`);
    process.stdout.write(`    not by rustup: ${refusal}\n`);
    if (wish === 'target') throw new CannotGoOn(`the ${TARGET} target could not be added`, refusal);
  }
  const otherwise = `    rustup target add ${TARGET}`;
  if (!debianReady()) await install(DEBIAN_PACKAGES, 'A compiler for wasm', otherwise);
  if (!debianReady()) {
    throw new CannotGoOn(
      `Debian's Rust at /usr/bin is older than ${oldest()} or incomplete`,
      `${onDebian() ? `    apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}\nor:\n` : ''}${otherwise}`,
    );
  }
  const why = wish === 'debian' ? 'as THROUGHLINE_WASM_ROAD asks' : 'since rustup cannot add the target here';
  return remember('debian', `Debian's compiler with -Zbuild-std, ${why}`);
}

function linker() {
  const host = /^host: (.+)$/m.exec(ask('rustc', ['-vV']) ?? '')?.[1] ?? '';
  const own = path.join(ask('rustc', ['--print', 'sysroot']) ?? '', 'lib', 'rustlib', host, 'bin', 'rust-lld');
  const found = fs.existsSync(own) ? own : (which('wasm-ld') ?? which('rust-lld'));
  if (!found)
    throw new CannotGoOn(
      'No linker for wasm (rust-lld) was found',
      '    rustup toolchain install stable, or apt-get install lld',
    );
  return found;
}

const crateSources = () => path.join(process.env.CARGO_HOME ?? path.join(os.homedir(), '.cargo'), 'registry', 'src');

/** True once cargo has unpacked any crate. */
export const hasCrates = () => fs.existsSync(crateSources());

/** The linker tells what the data is made of, for the split (scripts/wasm-tool). */
const TELLING = '-Clink-arg=--emit-relocs';

/** Panics carry file names: shipped files name crates, not the folders of the machine that built them. */
function withoutPaths() {
  const sources = crateSources();
  const registries = hasCrates() ? fs.readdirSync(sources).map((name) => path.join(sources, name)) : [];
  const maps = [...registries.map((folder) => `${folder}=crates`), `${at()}=throughline`];
  return maps.map((map) => `--remap-path-prefix=${map}`).join('\u001f');
}

/** A library built along is built for size, and without the words of panics, which nobody would read in a page. */
const BUILD_STD = ['-Zbuild-std=std,panic_abort', '-Zbuild-std-features=optimize_for_size'];
const sized = () =>
  [
    '-Zunstable-options',
    '-Cpanic=immediate-abort',
    '-Zfmt-debug=none',
    '-Zlocation-detail=none',
    TELLING,
    withoutPaths(),
  ].join('\u001f');

/** True where the standard library is built along, as small as it goes. */
export const buildsLibrary = () => remembered() !== 'target';

/** The sizes are judged as rustup's compiler makes them; Debian's is another version and may make a little more. */
export const sizeAllowance = () => (remembered() === 'debian' ? 1.05 : 1);

/** The command that builds or lints for wasm32, by the chosen road. `verb` is `rustc`, `check` or `clippy`. */
export function wasmCargo(verb, ...args) {
  const road = remembered();
  const common = ['--target', TARGET, '--target-dir', wasmTarget, ...args];
  if (road === 'source') {
    const env = { RUSTC_BOOTSTRAP: '1', CARGO_ENCODED_RUSTFLAGS: sized() };
    return { program: 'cargo', args: [verb, ...BUILD_STD, ...common], env };
  }
  if (road !== 'debian')
    return {
      program: 'cargo',
      args: [verb, ...common],
      env: { CARGO_ENCODED_RUSTFLAGS: `${TELLING}\u001f${withoutPaths()}` },
    };
  const env = {
    RUSTC_BOOTSTRAP: '1',
    RUSTC: '/usr/bin/rustc',
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker(),
    CARGO_ENCODED_RUSTFLAGS: sized(),
  };
  // `cargo clippy` would find rustup's driver: check with Debian's driver as the wrapper is the same lint run.
  if (verb === 'clippy') env.RUSTC_WORKSPACE_WRAPPER = '/usr/bin/clippy-driver';
  const flags = args.indexOf('--');
  const own = flags < 0 ? common : common.slice(0, common.indexOf('--'));
  if (flags >= 0 && verb === 'clippy')
    env.CLIPPY_ARGS = args
      .slice(flags + 1)
      .map((arg) => `${arg}__CLIPPY_HACKERY__`)
      .join('');
  return {
    program: '/usr/bin/cargo',
    args: [verb === 'clippy' ? 'check' : verb, ...BUILD_STD, ...own],
    env,
  };
}

export const wasmFile = () => path.join(wasmTarget, TARGET, 'release', 'throughline.wasm');
