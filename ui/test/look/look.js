// Takes pictures of the built pages under the program's own content security policy, with a fake core beneath:
//   npm run build && node test/look/look.js OUT_FOLDER [name-part]
// Ends with 1 when the policy was violated or an error was logged.
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build } from 'vite';
import { shots } from './shots.js';

const [out = 'look-out', part = ''] = process.argv.slice(2);
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  "connect-src ipc: http://ipc.localhost; worker-src 'self'; form-action 'none'; base-uri 'none'; " +
  "object-src 'none'; frame-src 'none'";
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

async function stage() {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('./stage.ts', import.meta.url)), formats: ['iife'], name: 'stage' },
    },
  });
  return built[0].output[0].code;
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (path === '/favicon.ico') return response.writeHead(204).end();
  try {
    const body = await readFile(join(dist, path));
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': csp,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const root = `http://127.0.0.1:${server.address().port}`;

await mkdir(out, { recursive: true });
const script = await stage();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
let complaints = 0;
for (const shot of shots.filter((candidate) => candidate.name.includes(part))) {
  for (const colorScheme of shot.themes ?? ['light', 'dark']) {
    const page = await browser.newPage({
      viewport: shot.size ?? { width: 1280, height: 860 },
      colorScheme,
      locale: 'en-CA',
      reducedMotion: 'reduce',
      forcedColors: shot.forced ? 'active' : 'none',
      contrast: shot.contrast ? 'more' : 'no-preference',
      permissions: ['clipboard-write'],
    });
    await page.clock.setFixedTime(new Date('2026-05-12T10:57:00Z'));
    const name = `${shot.name}-${colorScheme}`;
    const complain = (text) => {
      complaints += 1;
      process.stderr.write(`${name}: ${text}\n`);
    };
    page.on(
      'console',
      (message) => ['error', 'warning'].includes(message.type()) && complain(message.text()),
    );
    page.on('pageerror', (error) => complain(String(error)));
    await page.addInitScript(`window.scene = ${JSON.stringify(shot.scene)};\n${script}`);
    await page.goto(`${root}/${shot.page}`);
    await page.evaluate(() => document.fonts.ready);
    await shot.act?.(page);
    await page.screenshot({ path: join(out, `${name}.png`) });
    await page.close();
  }
}
await browser.close();
server.close();
process.exitCode = complaints > 0 ? 1 : 0;
