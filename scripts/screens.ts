import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { launchBrowser } from '../e2e/browser.ts';
import { createPageOpener } from '../e2e/open-page.ts';
import { fieldPages, officePages, residentPages, screenPages } from '../e2e/page-list.ts';

/**
 * `npm run screens [names…]`: a picture of every page at its size into docs/screens (SCREENS_DIR), from a running
 * demonstration (BASE_URL). Names are beginnings: `field` takes all of the field face.
 */
const baseUrl = process.env.BASE_URL ?? 'http://127.0.0.1:3000';
const folder = process.env.SCREENS_DIR ?? 'docs/screens';
const asked = process.argv.slice(2);
const states = [...residentPages, ...fieldPages, ...officePages, ...screenPages].filter(
  ({ name }) => asked.length === 0 || asked.some((start) => name.startsWith(start)),
);

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
const opener = createPageOpener(browser, baseUrl);
let failed = 0;
for (const state of states) {
  try {
    const { page, problems, close } = await opener.open(state);
    // Maps draw and charts grow for a moment after all has come.
    await page.waitForTimeout(state.size === 'screen' ? 2500 : 900);
    const picture = await page.screenshot({ animations: 'disabled' });
    // A palette keeps flat pages small and sharp.
    const { size } = await sharp(picture)
      .png({ palette: true, quality: 90, effort: 7 })
      .toFile(join(folder, `${state.name}.png`));
    console.log(`${state.name}  ${Math.round(size / 1024)} kB  ${problems.join(' | ').slice(0, 300)}`);
    if (problems.length > 0) failed += 1;
    await close();
  } catch (error) {
    failed += 1;
    console.error(
      `${state.name}  ${error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n') : error}`,
    );
  }
}
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
