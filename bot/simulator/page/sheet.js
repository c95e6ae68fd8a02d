// Raises a sheet from the foot of a phone: one question, a few answers, Escape to leave.

import { button, element, icon } from "./dom.js";

let count = 0;

/** Show a sheet over `screen`; each answer is {label, icon, does, strong}; at most one stands on a phone. */
export function raise(screen, { title, text = null, note = null, answers }) {
  lower(screen);
  const back = document.activeElement;
  const name = `sheet-${(count += 1)}`;
  const close = () => {
    shade.remove();
    if (back?.isConnected) back.focus({ preventScroll: true });
  };
  const sheet = element(
    "div",
    { class: "sheet", role: "dialog", "aria-modal": "true", "aria-labelledby": name },
    element("h3", { id: name, dir: "auto" }, title),
    text ? element("p", { class: "sheet-text", dir: "auto" }, text) : null,
    ...answers.map((answer) => choice(answer, close)),
    note ? element("p", { class: "sheet-note" }, note) : null,
  );
  const shade = element("div", { class: "shade", on: { click: (event) => event.target === shade && close() } }, sheet);
  shade.addEventListener("keydown", (event) => keep(event, sheet, close));
  shade.close = close;
  screen.append(shade);
  sheet.querySelector("button")?.focus({ preventScroll: true });
}

/** Take away the sheet that stands over `screen`, if one does. */
export function lower(screen) {
  screen.querySelector(":scope > .shade")?.close();
}

function choice({ label, does = () => {}, strong = false, ...rest }, close) {
  const act = () => {
    close();
    does();
  };
  const node = button(label, act, { class: strong ? "answer strong" : "answer" });
  if (rest.icon) node.prepend(icon(rest.icon));
  return node;
}

function keep(event, sheet, close) {
  if (event.key === "Escape") {
    event.stopPropagation();
    close();
  }
  if (event.key !== "Tab") return;
  const stops = [...sheet.querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
  event.preventDefault();
  stops.at(at % stops.length)?.focus();
}
