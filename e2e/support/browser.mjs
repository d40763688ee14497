// Debian's Chromium as a visitor: phone or desktop, with or without JavaScript, light or dark. Loopback only.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after } from "node:test";
import { chromium } from "playwright-core";

export { axe, noSidewaysScroll, shot } from "./looks.mjs";

const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 900 } },
};

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

let browser;
after(() => browser?.close());

/**
 * One visitor with a browser of their own: a fresh profile, closed when the story ends.
 * Fails when a page throws, logs an error or breaks its content security policy.
 *
 * @param {{ at: string, device?: "phone" | "desktop", script?: "on" | "off", scheme?: "light" | "dark", locale?: string }} visitor
 *   `at` is where relative addresses start.
 * @param {(page: import("playwright-core").Page) => Promise<void>} story
 */
export async function browse({ at, device = "desktop", script = "on", scheme = "light", locale = "id-ID" }, story) {
  browser ??= await launch();
  const context = await browser.newContext({
    ...DEVICES[device],
    baseURL: at,
    colorScheme: scheme,
    javaScriptEnabled: script === "on",
    locale,
    reducedMotion: "reduce",
    timezoneId: "Asia/Makassar",
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    const troubles = listen(page);
    await story(page);
    assert.deepEqual(troubles, [], "the page reported errors");
  } finally {
    await context.close();
  }
}

/** Every way in which a main path must work. */
export const EVERY_VISITOR = [
  { device: "phone", script: "on" },
  { device: "phone", script: "off" },
  { device: "desktop", script: "on" },
  { device: "desktop", script: "off" },
];

/** Signs in by the form at /masuk and waits until the next page is there. */
export async function signIn(page, name, password) {
  await page.goto("/masuk");
  const form = page.locator("form", { has: page.locator("[name=sandi]") });
  await form.locator("[name=pengenal]").fill(name);
  await form.locator("[name=sandi]").fill(password);
  await form.locator("button:not([type=button]), [type=submit]").first().click();
  await page.waitForLoadState();
  assert.notEqual(new URL(page.url()).pathname, "/masuk", `${name} was not let in`);
}

function launch() {
  return chromium.launch({ executablePath: executable(), headless: true, args: FLAGS });
}

function executable() {
  const names = [process.env.GUYUB_CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);
  const found = names.map((it) => spawnSync("which", [it], { encoding: "utf8" }).stdout.trim()).find(Boolean);
  assert.ok(found, "no Chromium here: apt-get install chromium, or name one in GUYUB_CHROMIUM");
  return found;
}

// A page that answers 404 or 422 on purpose also logs "Failed to load resource": that is no trouble.
function listen(page) {
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      troubles.push(message.text());
    }
  });
  return troubles;
}
