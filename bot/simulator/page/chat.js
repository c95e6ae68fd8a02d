// Keeps one phone's list of bubbles as the world says, touching only what changed.

import { bubble } from "./bubble.js";
import { element, isCalm } from "./dom.js";

const FADE = 420;
const NEAR = 120;

/** The conversation on one phone. */
export class Chat {
  constructor(acts) {
    this.acts = { ...acts, find: (id) => this.find(id) };
    this.shown = new Map();
    this.list = element("ol", { class: "bubbles" });
    this.node = element(
      "div",
      {
        class: "scroll", tabindex: "0", role: "log", "aria-live": "polite", "aria-relevant": "additions",
        "aria-description": "The arrow keys walk through the messages.", on: { keydown: (event) => this.walk(event) },
      },
      this.list,
    );
    this.follows = true;
    this.heed();
    // A picture that arrives late, or a window that changes, must not leave the newest words below the edge.
    const sizes = new ResizeObserver(() => this.follows && this.toEnd(true));
    [this.node, this.list].forEach((part) => sizes.observe(part));
  }

  // Only a hand on the list ends the following of what is new; our own scrolling never does.
  heed() {
    let byHand = false;
    for (const sign of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      this.node.addEventListener(sign, () => (byHand = true), { passive: true });
    }
    this.node.addEventListener("scroll", () => {
      if (byHand) this.follows = this.isAtEnd();
    });
    this.node.addEventListener("scrollend", () => (byHand = false));
  }

  // One stop for the Tab key, whatever the length of the talk; from there, arrows go from message to message.
  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("button:not(.dots)")) return;
    const stops = [...this.list.querySelectorAll(".dots")];
    const at = stops.indexOf(event.target);
    const next = at < 0 ? stops.at(-1) : stops[at + step];
    event.preventDefault();
    next?.focus();
    next?.closest(".message").scrollIntoView({ block: "nearest" });
  }

  /** Show these messages. */
  show(phone) {
    const first = this.shown.size === 0;
    const items = this.items(phone);
    this.remove(new Set(items.map((item) => item.key)));
    let before = null;
    for (const item of items) before = this.place(item, before, first);
    const newest = phone.messages.at(-1);
    if (newest?.own && newest.id !== this.newest) this.follows = true;
    if (this.follows && newest?.id !== this.newest) this.toEnd(first);
    this.newest = newest?.id;
  }

  /** Empty the list at once, for another world. */
  clear() {
    this.shown.clear();
    this.newest = undefined;
    this.follows = true;
    this.list.replaceChildren();
  }

  /** Bring a message into view and mark it for a moment. */
  find(id) {
    const node = this.shown.get(`m${id}`)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: isCalm() ? "auto" : "smooth" });
    node.classList.add("found");
    setTimeout(() => node.classList.remove("found"), 1200);
  }

  items(phone) {
    const items = [];
    let day = null;
    for (const message of phone.messages) {
      if (message.day !== day) {
        day = message.day;
        items.push({ key: `d${day}`, is: day, make: () => element("li", { class: "day" }, element("span", {}, day)) });
      }
      items.push({ key: `m${message.id}`, is: JSON.stringify(message), make: () => bubble(message, phone, this.acts) });
    }
    return items;
  }

  place(item, before, first) {
    const known = this.shown.get(item.key);
    if (known?.is === item.is) return known.node;
    const node = item.make();
    if (known) swap(known.node, node);
    else {
      if (!first) node.classList.add("arriving");
      if (before) before.after(node);
      else this.list.prepend(node);
    }
    this.shown.set(item.key, { node, is: item.is });
    return node;
  }

  remove(kept) {
    for (const [key, { node }] of this.shown) {
      if (kept.has(key)) continue;
      this.shown.delete(key);
      if (node.contains(document.activeElement)) this.node.focus({ preventScroll: true });
      if (isCalm()) node.remove();
      else fade(node);
    }
  }

  isAtEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR;
  }

  toEnd(atOnce) {
    this.node.scrollTo({ top: this.node.scrollHeight, behavior: atOnce || isCalm() ? "auto" : "smooth" });
  }
}

// Whoever had the focus on a button keeps it on the one that stands in its place.
function swap(old, node) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(node);
  if (!focused) return;
  const same = focused.dataset.place ? node.querySelector(`[data-place="${focused.dataset.place}"]`) : null;
  (same ?? node.querySelector(".key") ?? node.querySelector(".dots"))?.focus({ preventScroll: true });
}

function fade(node) {
  node.style.height = `${node.offsetHeight}px`;
  node.setAttribute("aria-hidden", "true");
  node.inert = true;
  requestAnimationFrame(() => node.classList.add("leaving"));
  setTimeout(() => node.remove(), FADE);
}
