// Pictures of every page, in both themes, on a phone and on a desktop, for people to look at. Git ignores the folder.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));

/** The sizes that each page is looked at in. */
export const sizes = [{ width: 320, height: 720 }, { width: 1280, height: 800 }];

/** Both themes, as the address names them. */
export const themes = ['light', 'dark'];

/** Writes `screenshots/<name>-<theme>-<width>.png`; of a page of many thousand lines, what is in sight. */
export async function screenshot(page, name, theme, { fullPage = true } = {}) {
  await mkdir(folder, { recursive: true });
  const { width } = page.viewportSize();
  await page.screenshot({ path: `${folder}${name}-${theme}-${width}.png`, fullPage, animations: 'disabled' });
}
