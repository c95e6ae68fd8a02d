// The foot of a phone: typing, the command menu, things to attach, and START before the first word.

import { button, element, fill, icon } from "./dom.js";
import { raise } from "./sheet.js";

const TALLEST = 120;

/** The typing box of one phone; `act(name, body)` does something on it. */
export class Composer {
  constructor(screen, act) {
    this.screen = screen;
    this.act = act;
    this.about = null;
    this.commands = [];
    this.at = -1;
    this.build();
  }

  build() {
    this.input = element("textarea", {
      rows: "1", placeholder: "Message", autocomplete: "off", maxlength: "4096", dir: "auto",
      on: { keydown: (event) => this.key(event), input: () => this.typed(), blur: () => setTimeout(() => this.closeMenu(), 150) },
    });
    this.menuButton = button("Commands", () => this.toggleMenu(), { icon: "menu", class: "tool" });
    this.sendButton = button("Send", () => this.send(), { icon: "send", class: "tool send" });
    this.menu = element("ul", { class: "commands", hidden: true });
    this.menuButton.setAttribute("aria-expanded", "false");
    this.said = element("span", { class: "spoken", role: "status" });
    this.banner = element("div", { class: "about", hidden: true });
    this.writing = element(
      "div",
      { class: "writing" },
      this.menuButton,
      this.input,
      button("Attach a photo, a voice note, a song or a sticker", () => this.attach(), { icon: "attach", class: "tool" }),
      this.sendButton,
    );
    this.only = element("button", { type: "button", class: "only", hidden: true, on: { click: () => this.act(this.only.dataset.act) } });
    this.node = element("div", { class: "composer" }, this.menu, this.banner, this.writing, this.only, this.said);
  }

  /** Show what this phone can do now. */
  show(phone) {
    this.name = phone.name;
    this.input.setAttribute("aria-label", `Message from ${phone.name}`);
    this.commands = phone.commands;
    this.menuButton.hidden = phone.commands.length === 0;
    const only = phone.blocked ? ["unblock", "Unblock"] : phone.started ? null : ["start", "Start"];
    this.only.hidden = only === null;
    this.writing.hidden = only !== null;
    if (only) [this.only.dataset.act, this.only.textContent] = only;
  }

  /** Begin a reply to a message, or a change of one's own. */
  begin(does, message) {
    this.about = { does, id: message.id };
    const title = does === "edit" ? "Edit your message" : "Reply";
    this.banner.replaceChildren(
      icon(does),
      element("div", {}, element("b", {}, title), element("span", { dir: "auto" }, message.text || message.kind)),
      button(does === "edit" ? "Leave it as it was" : "No reply", () => this.drop(), { icon: "close", class: "tool" }),
    );
    this.banner.hidden = false;
    if (does === "edit") this.write(message.text);
    else this.input.focus();
  }

  /** Put words into the box, for the person to send or change. */
  write(text) {
    this.input.value = text;
    this.grow();
    this.input.focus();
  }

  /** Leave a reply or an edit that was begun, and go on typing. */
  drop() {
    if (this.about?.does === "edit") this.input.value = "";
    this.reset();
    this.input.focus();
  }

  /** Leave what was begun. */
  reset() {
    this.about = null;
    this.banner.hidden = true;
    this.grow();
    this.closeMenu();
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return this.input.focus();
    const about = this.about;
    this.write("");
    this.reset();
    const done = about ? await this.act(about.does, { message: about.id, text }) : await this.act("send", { text });
    if (!done && !this.input.value) this.write(text);
  }

  attach() {
    raise(this.screen, {
      title: `${this.name} sends…`,
      answers: [
        { label: "A photo", icon: "photo", does: () => this.act("photo", { caption: this.take() }) },
        { label: "A voice note of four seconds", icon: "mic", does: () => this.act("voice", { seconds: 4 }) },
        { label: "A song", icon: "song", does: () => this.act("song") },
        { label: "A sticker", icon: "sticker", does: () => this.act("sticker") },
        { label: "Nothing" },
      ],
    });
  }

  take() {
    const words = this.input.value.trim();
    if (words) this.write("");
    return words;
  }

  key(event) {
    if (event.isComposing) return;
    if (!this.menu.hidden && this.steer(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
    if (event.key === "Escape" && this.about) this.drop();
    if (event.key === "ArrowUp" && !this.input.value) this.editNewest?.();
  }

  // Return whether the key was meant for the open menu.
  steer(event) {
    const items = [...this.menu.querySelectorAll("button")];
    if (event.key === "Escape") return this.closeMenu() ?? true;
    if (event.key === "Enter" && items[this.at]) return items[this.at].click() ?? true;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !items.length) return false;
    this.at = (this.at + step + items.length) % items.length;
    items.forEach((item, index) => item.classList.toggle("chosen", index === this.at));
    items[this.at].scrollIntoView({ block: "nearest" });
    this.said.textContent = items[this.at].innerText;
    return true;
  }

  typed() {
    this.grow();
    const word = this.input.value;
    if (/^\/[a-z0-9_]*$/i.test(word)) this.openMenu(word.slice(1).toLowerCase());
    else this.closeMenu();
  }

  toggleMenu() {
    if (!this.menu.hidden) return this.closeMenu();
    this.openMenu("");
    return this.input.focus();
  }

  openMenu(beginning) {
    const fitting = this.commands.filter(({ name }) => name.startsWith(beginning));
    this.at = -1;
    fill(this.menu, JSON.stringify(fitting), () => fitting.map((one) => this.command(one)));
    this.menu.hidden = fitting.length === 0;
    this.menuButton.setAttribute("aria-expanded", String(!this.menu.hidden));
  }

  closeMenu() {
    this.menu.hidden = true;
    this.menuButton.setAttribute("aria-expanded", "false");
  }

  command({ name, text }) {
    const choose = () => {
      this.closeMenu();
      this.write("");
      this.act("send", { text: `/${name}` });
    };
    return element("li", {}, element("button", { type: "button", on: { click: choose } }, element("b", {}, `/${name}`), element("span", {}, text)));
  }

  grow() {
    this.input.style.height = "auto";
    // A box that is not on the screen yet has no height to take over.
    if (this.input.scrollHeight) this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST)}px`;
  }
}
