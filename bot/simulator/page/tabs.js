// On a narrow window the phones and the clock become tabs; on a wide one all stand side by side.

import { element } from "./dom.js";

const narrow = matchMedia("(max-width: 900px)");

/** The tabs over the stage. */
export class Tabs {
  constructor(list) {
    this.list = list;
    this.parts = [];
    this.chosen = null;
    list.addEventListener("keydown", (event) => this.key(event));
    narrow.addEventListener("change", () => this.apply());
  }

  /** Offer these parts: [{label, node}]. */
  offer(parts) {
    const key = parts.map(({ label, node }) => `${label} ${node.id}`).join("|");
    if (this.list.dataset.key === key) return;
    this.list.dataset.key = key;
    this.parts = parts.map((part) => ({ ...part, tab: this.tab(part) }));
    this.list.replaceChildren(...this.parts.map(({ tab }) => tab));
    if (!this.parts.some(({ node }) => node === this.chosen)) this.chosen = this.parts[0]?.node ?? null;
    this.apply();
  }

  /** Bring one part to the front. */
  choose(node) {
    this.chosen = node;
    this.parts.find((part) => part.node === node)?.tab.classList.remove("news");
    this.apply();
  }

  /** Mark a part that changed while another one is in front. */
  mark(node) {
    if (!narrow.matches || node === this.chosen) return;
    this.parts.find((part) => part.node === node)?.tab.classList.add("news");
  }

  tab({ label, node }) {
    return element(
      "button",
      { type: "button", role: "tab", id: `tab-${node.id}`, "aria-controls": node.id, on: { click: () => this.choose(node) } },
      label,
    );
  }

  // Only tabs make panels: side by side the parts stay what they are.
  apply() {
    for (const { node, tab } of this.parts) {
      const front = node === this.chosen;
      tab.setAttribute("aria-selected", String(front));
      tab.tabIndex = front ? 0 : -1;
      node.classList.toggle("behind-tab", narrow.matches && !front);
      if (narrow.matches) node.setAttribute("role", "tabpanel");
      else node.removeAttribute("role");
    }
  }

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = this.parts.findIndex(({ node }) => node === this.chosen);
    const next = this.parts.at((at + step + this.parts.length) % this.parts.length);
    this.choose(next.node);
    next.tab.focus();
  }
}
