// The Connect UI as its reader knows it: by labels, names and titles. `ui` is a page or a frame of one.

/** The frame that the SDK opens. */
export const frameOf = (page) => page.frameLocator('iframe#connect-ui');

/** A field by the beginning of its label (marks for required and optional follow it). */
export const field = (ui, label) => ui.getByLabel(new RegExp(`^${label}`));

/** Picks a service from the list. */
export const pick = (ui, name) => ui.getByRole('link', { name }).or(ui.getByRole('button', { name })).first().click();

/** Sends the form. */
export const send = (ui) => ui.getByRole('button', { name: /^(Connect|Verbinden)$/ }).click();

/** The page's title. */
export const heading = (ui) => ui.getByRole('heading', { level: 1 });

/** Waits until the host page has heard an event of this type, and gives it. */
export async function heard(page, type) {
  await page.waitForFunction((wanted) => window.events.some((one) => one.type === wanted), type);
  return page.evaluate((wanted) => window.events.find((one) => one.type === wanted), type);
}

/** Opens the Connect UI on the host page through the SDK's `openConnectUI`. */
export async function openConnectUI(page, host, server, session, options = {}) {
  await page.goto(host.url);
  await page.locator('html[data-ready]').waitFor();
  await page.evaluate((given) => window.openConnectUI(given), {
    baseURL: server.origin,
    apiURL: server.origin,
    sessionToken: session.token,
    ...options,
  });
  return frameOf(page);
}

/** Waits until the page's deferred script has run: what it adds is comfort that a first click can come before. */
export async function settled(ui) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ui.locator('body').evaluate((body) => body.ownerDocument.readyState) === 'complete') return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** Does what makes the host page take the frame away, and waits until it is gone. */
export async function leaves(page, act) {
  // The press is sent to a frame that is gone before it can answer: Chromium then never acknowledges it.
  act().catch(() => {});
  await page.locator('iframe#connect-ui').waitFor({ state: 'detached' });
}
