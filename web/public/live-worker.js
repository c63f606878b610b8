// One stream of news for all pages of this browser: six streams to one host would leave a seventh page without any
// connection. Pages say "hello" and "bye"; the stream lives as long as one of them.
"use strict";

const pages = new Set();
let source;
let state = "waiting";
let retry;

function tell(message) {
  for (const page of pages) page.postMessage(message);
}

function become(next) {
  state = next;
  tell({ state });
}

function close() {
  clearTimeout(retry);
  source?.close();
  source = undefined;
}

function open() {
  close();
  source = new EventSource("/api/v1/events");
  source.addEventListener("open", () => become("live"));
  source.addEventListener("change", (event) => tell({ change: JSON.parse(event.data) }));
  source.addEventListener("resync", () => tell({ resync: true }));
  source.addEventListener("error", () => {
    become("waiting");
    // Refused, for instance signed out: the browser does not try again by itself.
    if (source?.readyState === EventSource.CLOSED && pages.size > 0) retry = setTimeout(open, 15_000);
  });
}

function join(page) {
  pages.add(page);
  page.postMessage({ state });
  if (!source || source.readyState === EventSource.CLOSED) open();
}

self.addEventListener("connect", (event) => {
  const [page] = event.ports;
  page.addEventListener("message", ({ data }) => {
    if (data === "hello") join(page);
    if (data === "bye") pages.delete(page);
    if (pages.size === 0) close();
  });
  page.start();
  join(page);
});
