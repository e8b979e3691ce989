// A hand on the page of the local Slack: one order a line on standard input, one answer a line on standard output.
// It waits for what must come, at most PATIENCE, and judges nothing; orders and answers are JSON.
"use strict";

const readline = require("node:readline");
const { chromium } = require("playwright-core");

const PATIENCE = 15_000; // milliseconds
const faults = []; // what the page itself complains of
let browser;
let page;

const message = (ts) => page.locator(`.msg[data-ts="${ts}"]`);

/** What a reader sees of a message: whether it is theirs alone, its words, what is in a fixed width, its buttons. */
const seen = (node) => ({
  ts: node.dataset.ts,
  private: node.querySelector(".badge-eph") !== null,
  text: node.innerText.replaceAll("\u00a0", " "),
  fixed: [...node.querySelectorAll("code")].map((one) => ({
    text: one.innerText.replaceAll("\u00a0", " "),
    width: one.getBoundingClientRect().width / one.innerText.length,
    lines: one.getClientRects().length,
  })),
  quoted: [...node.querySelectorAll("blockquote")].map((one) => one.innerText.replaceAll("\u00a0", " ")),
  buttons: [...node.querySelectorAll(".bk-button")].map((one) => one.innerText),
});

const orders = {
  async open({ address, width, height }) {
    if (page) await page.context().close();
    const context = await browser.newContext({ viewport: { width, height }, locale: "nl-BE", timezoneId: "Europe/Brussels" });
    await context.addInitScript(`window.seen = ${seen}`);
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(address);
    await page.locator(".status.ok", { hasText: "ui live" }).waitFor();
    await page.locator(".composer-input").waitFor();
  },
  async be({ user }) {
    await page.locator("label.actas", { hasText: "Act as" }).locator("select").selectOption(user);
  },
  async channel({ name }) {
    await page.locator(".sidebar-item", { hasText: name }).click();
    await page.locator(".channel-title", { hasText: name }).waitFor();
  },
  async type({ text }) {
    const field = page.locator(".composer-input");
    await field.fill(text);
    await field.press("Enter");
  },
  // All that is on the page now; what comes is waited for with `until`.
  messages: () => page.locator(".msg").evaluateAll((nodes) => nodes.map((node) => window.seen(node))),
  /** Wait for a message of the bot with these words: one that was not there before, or the one with this ts. */
  async until({ text, ts, before = [] }) {
    const found = await page.waitForFunction(
      ([words, one, old]) => {
        const nodes = [...document.querySelectorAll(".msg")];
        const has = (node) => node.innerText.replaceAll("\u00a0", " ").includes(words);
        const fits = (node) => (one ? node.dataset.ts === one : !old.includes(node.dataset.ts));
        return nodes.find((node) => fits(node) && has(node) && node.querySelector(".badge-app"));
      },
      [text, ts, before],
    );
    return found.evaluate((node) => window.seen(node));
  },
  // The outermost edges of all that a message shows.
  edges: ({ ts }) =>
    message(ts).evaluate((node) => {
      const boxes = [...node.querySelectorAll(".msg-body *")].map((one) => one.getBoundingClientRect());
      return [Math.min(...boxes.map((one) => one.left)), Math.max(...boxes.map((one) => one.right))];
    }),
  gone: ({ ts }) => message(ts).waitFor({ state: "detached" }),
  press: ({ ts, label }) => message(ts).getByRole("button", { name: label, exact: true }).click(),
  async picture({ path, selector, hide = "" }) {
    const style = hide && `${hide} { display: none !important; }`; // for as long as the picture is taken
    await page.mouse.move(0, 0); // nothing looks as if a hand hovered over it
    await page.evaluate(() => document.fonts.ready);
    await (selector ? page.locator(selector).last() : page).screenshot({ path, style, animations: "disabled" });
  },
  async draw({ html, width, height }) {
    if (page) await page.context().close();
    page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.setContent(html);
  },
  faults: () => faults,
};

async function main() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    let answer;
    try {
      answer = { value: (await orders[order.order](order)) ?? null };
    } catch (error) {
      const shows = page ? await page.locator("body").innerText().catch(() => "") : "";
      answer = { error: `${order.order}: ${error.message}`, shows };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await browser.close();
}

main().catch((error) => {
  process.stdout.write(`${JSON.stringify({ error: String(error), shows: "" })}\n`);
  process.exit(1);
});
