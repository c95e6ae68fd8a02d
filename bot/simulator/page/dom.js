// Builds nodes from plain values, so that no text of anybody is ever read as markup.

import { paths } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";

/** Return a new element; `on` holds listeners, true sets a bare attribute, null and false leave one out. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") listenAll(node, value);
    else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function listenAll(node, listeners) {
  for (const [event, listener] of Object.entries(listeners)) node.addEventListener(event, listener);
}

/** Return a button with words, or with an icon and a name for those who do not see it. */
export function button(label, listener, { icon: picture = null, ...attributes } = {}) {
  const content = picture ? [icon(picture)] : [label];
  const named = picture ? { "aria-label": label, title: label } : {};
  return element("button", { type: "button", ...named, ...attributes, on: { click: listener } }, ...content);
}

/** Return one of our line icons, silent to screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const data of paths[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    svg.append(path);
  }
  return svg;
}

/** Return words for screen readers only. */
export function spoken(text) {
  return element("span", { class: "spoken" }, text);
}

/** Say whether the person asked for less movement. */
export function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Show exactly these children, touching nothing where they are the same already. */
export function fill(node, key, make) {
  if (node.dataset.key === key) return;
  node.dataset.key = key;
  node.replaceChildren(...[make()].flat());
}
