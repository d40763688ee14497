// What every page is held to: no axe violation, no sideways scroll; and its picture.
import assert from "node:assert/strict";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const OUT = fileURLToPath(new URL("../out/", import.meta.url));
const MANUAL = fileURLToPath(new URL("../../docs/manual/images/", import.meta.url));
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails on any axe-core violation. Its content security policy may stay as strict as it is. */
export async function axe(page) {
  if (!(await runsScripts(page))) {
    return; // Judged with JavaScript on; the markup is the same.
  }
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return result.violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      nodes: nodes.map((it) => `${it.target.join(" ")}\n      ${it.html.slice(0, 200)}`),
    }));
  }, TAGS);
  const list = violations.map((it) => `${it.id} (${it.impact}): ${it.help}\n    ${it.nodes.join("\n    ")}`);
  assert.equal(list.length, 0, `${page.url()} has ${list.length} axe violations\n  ${list.join("\n  ")}`);
}

/** The browser's own question works without JavaScript too; a timer of the page does not. */
function runsScripts(page) {
  return page.evaluate(() => matchMedia("(scripting: enabled)").matches);
}

/** Fails when the page is wider than the screen, and names the elements that stick out. */
export async function noSidewaysScroll(page) {
  const { wide, culprits } = await page.evaluate(() => {
    const screen = document.documentElement.clientWidth;
    const beyond = (it) => Math.max(it.getBoundingClientRect().right, it.getBoundingClientRect().left + it.scrollWidth) > screen + 1;
    const name = (it) => `${it.tagName.toLowerCase()}${it.id && `#${it.id}`}${[...it.classList].map((name) => `.${name}`).join("")}`;
    const innermost = (it) => beyond(it) && ![...it.children].some(beyond);
    const culprits = [...document.body.querySelectorAll("*")].filter(innermost).map(name);
    return { wide: document.documentElement.scrollWidth - screen, culprits: culprits.slice(0, 8) };
  });
  assert.ok(wide <= 0, `${page.url()} scrolls sideways by ${wide} px: ${culprits.join(", ")}`);
}

/**
 * Writes e2e/out/NAME.png. A name that starts with "manual-" also becomes docs/manual/images/REST.png when GUYUB_SHOTS=manual.
 *
 * @param {{ fullPage?: boolean, clip?: object }} [frame] What is in the picture; the visible part if not said.
 */
export async function shot(page, name, frame = {}) {
  await mkdir(OUT, { recursive: true });
  const path = `${OUT}${name}.png`;
  await page.screenshot({ path, animations: "disabled", caret: "hide", scale: "css", ...frame });
  if (name.startsWith("manual-") && process.env.GUYUB_SHOTS === "manual") {
    await mkdir(MANUAL, { recursive: true });
    await copyFile(path, `${MANUAL}${name.slice("manual-".length)}.png`);
  }
}
