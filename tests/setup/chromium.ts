import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A browser for the tests, and the variables that the process which starts it needs. */
export interface Chromium {
  executablePath: string;
  environment: Record<string, string>;
  remove(): void;
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** CHROMIUM_PATH, else the distribution's, else the one that npm brought. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env.CHROMIUM_PATH ?? installed.find((file) => fs.existsSync(file));
  if (given) return { executablePath: given, environment: {}, remove: () => undefined };
  // It unpacks itself into the temporary folder under a fixed name: give it one of its own that nobody else can write.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-chromium-'));
  process.env.TMPDIR = folder;
  // Only with this does it unpack the libraries that a plain Debian lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  configureFonts(folder);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return {
    executablePath,
    environment: {
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
      TMPDIR: folder,
    },
    remove,
  };
}

/** The configuration that it brings looks for its fonts in `/tmp`; without any font a page crashes. */
function configureFonts(folder: string): void {
  const fonts = path.join(folder, 'fonts');
  fs.writeFileSync(
    path.join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(fonts, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
}
