// Blocks of a Slack message on standard input, a page that shows them on standard output; it asks nothing of anybody.
"use strict";

const fs = require("node:fs");
const { createElement } = require("react");
const { renderToStaticMarkup } = require("react-dom/server");
const { Message } = require("slack-blocks-to-jsx");

const style = fs.readFileSync(require.resolve("slack-blocks-to-jsx/dist/style.css"), "utf8");
const logo =
  "data:image/svg+xml," +
  encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#1264a3"/></svg>');
// Slack only links nothing in a verbatim text; this renderer would draw none of its marks either.
const marked = (key, value) => (key === "verbatim" ? undefined : value);
const { blocks, time } = JSON.parse(fs.readFileSync(0, "utf8"), marked);
const drawn = renderToStaticMarkup(
  createElement(Message, { blocks, logo, name: "bbt", time: new Date(time), theme: "light" }),
);
process.stdout.write(
  `<!doctype html><html lang="nl"><meta charset="utf-8"><style>${style}</style>` +
    `<style>body { margin: 0; background: #fff; } #message { padding: 12px; max-width: 680px; }</style>` +
    `<body><div id="message">${drawn}</div></body></html>`,
);
