// One phone: its frame, its chat, its lock screen, and what its owner does on it.

import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { button, element, fill, icon } from "./dom.js";
import { copy, follow, share } from "./links.js";
import { LockScreen } from "./lock.js";
import { lower, raise } from "./sheet.js";
import { post } from "./wire.js";

const TOAST = 3200;

/** The phone of the person with `id`; `town` knows the other phones. */
export class Phone {
  constructor(id, hue, town) {
    this.id = id;
    this.town = town;
    this.isLocked = false;
    this.build(hue);
  }

  build(hue) {
    const act = (name, body) => this.act(name, body);
    this.chat = new Chat({
      choose: (message) => this.choose(message),
      press: (...key) => this.press(...key),
      link: (url) => follow(url, this, this.town),
      command: (text) => this.act("send", { text }),
    });
    this.screen = element("div", { class: "screen" });
    this.composer = new Composer(this.screen, act);
    this.composer.editNewest = () => this.editNewest();
    this.lock = new LockScreen(() => this.setLocked(false));
    this.toasts = element("div", { class: "toast", role: "status" });
    this.welcome = element("div", { class: "welcome", hidden: true });
    this.parcels = element("div", { class: "parcels", "aria-live": "polite" });
    this.inside = element("div", { class: "inside" }, this.header(), this.parcels, this.chat.node, this.welcome, this.composer.node);
    this.screen.append(this.statusBar(), this.inside, this.toasts, this.lock.node);
    this.frame = element("div", { class: "frame" }, this.screen);
    this.node = element("section", { class: `phone ${hue}`, id: `phone-${this.id}` }, this.caption(), this.frame, this.strip());
  }

  caption() {
    this.owner = element("h2");
    this.zone = element("span", { class: "zone" });
    this.lockButton = button("Lock screen", () => this.setLocked(!this.isLocked), { class: "lock-toggle", "aria-pressed": "false" });
    this.lockButton.prepend(icon("lock"));
    const skip = button("Skip to typing", () => this.composer.input.focus(), { class: "skip" });
    return element("div", { class: "caption" }, this.owner, this.zone, skip, this.lockButton);
  }

  statusBar() {
    this.time = element("span");
    const battery = element("span", { class: "battery" });
    return element("div", { class: "status-bar", "aria-hidden": "true" }, this.time, element("span", { class: "camera" }), battery);
  }

  header() {
    this.botName = element("b");
    this.doing = element("span", { class: "doing" });
    const face = element("img", { src: "mark.svg", alt: "", width: "36", height: "36" });
    const more = button("Chat menu", () => this.more(), { icon: "more", class: "tool" });
    return element("div", { class: "chat-header" }, face, element("div", { class: "who" }, this.botName, this.doing), more);
  }

  strip() {
    this.stripText = element("span", { dir: "auto" });
    this.stripTitle = element("b");
    const words = element("span", {}, this.stripTitle, this.stripText);
    this.stripNode = element("p", { class: "strip", hidden: true }, icon("eye"), words);
    return this.stripNode;
  }

  /** Return the owner's name. */
  name() {
    return this.shown?.name ?? "";
  }

  /** Show this phone as the snapshot says. */
  show(phone) {
    this.shown = phone;
    this.node.setAttribute("aria-label", `${phone.name}’s phone`);
    this.owner.textContent = phone.name;
    this.zone.textContent = phone.zone;
    this.time.textContent = phone.time;
    this.botName.textContent = phone.bot_name;
    this.doing.textContent = phone.blocked ? "blocked" : phone.typing ? "typing…" : "bot";
    this.lockButton.setAttribute("aria-label", `Lock screen of ${phone.name}’s phone`);
    this.chat.node.setAttribute("aria-label", `${phone.name}’s chat with ${phone.bot_name}`);
    this.showWelcome(phone);
    this.chat.show(phone);
    this.composer.show(phone);
    this.lock.show(phone);
    this.showStrip(phone);
  }

  showWelcome(phone) {
    this.welcome.hidden = phone.started || phone.messages.length > 0;
    this.chat.node.hidden = !this.welcome.hidden;
    fill(this.welcome, phone.description + phone.bot_name, () => [
      element("img", { src: "mark.svg", alt: "", width: "72", height: "72" }),
      element("h3", {}, `What can ${phone.bot_name} do?`),
      element("p", { dir: "auto" }, phone.description || "Tap Start to say hello."),
    ]);
  }

  showStrip(phone) {
    this.stripNode.hidden = phone.strip === null;
    const other = this.town.others(this)[0]?.name();
    this.stripTitle.textContent = other ? `What ${other} can see of this: ` : "What the other can see of this: ";
    this.stripText.textContent = phone.strip ?? "";
  }

  /** Forget everything shown, for another world. */
  clear() {
    this.chat.clear();
    this.composer.reset();
    this.parcels.replaceChildren();
    lower(this.screen);
    this.setLocked(false);
  }

  /** Do one act on this phone and say whether it was done. */
  act(name, body) {
    return post(`phone/${this.id}/${name}`, body);
  }

  /** Open a link to the bot on this phone. */
  open(url) {
    this.setLocked(false);
    this.parcels.replaceChildren();
    return this.act("open", { url });
  }

  /** Show what somebody sent to this phone outside the bot, until it is opened or put away. */
  receive(from, { text, url }) {
    this.setLocked(false);
    const card = element(
      "div",
      { class: "parcel", role: "group", "aria-label": `A message from ${from.name()}` },
      element("b", {}, `${from.name()} wrote to you`),
      text ? element("p", { dir: "auto" }, text) : null,
      url ? element("p", { class: "address" }, url) : null,
      element(
        "div",
        { class: "parcel-answers" },
        url ? button("Open the link", () => this.opened(card, url), { class: "answer strong" }) : null,
        button("Put away", () => card.remove(), { class: "answer" }),
      ),
    );
    this.parcels.replaceChildren(card);
    card.querySelector("button").focus({ preventScroll: true });
  }

  opened(card, url) {
    card.remove();
    if (this.town.isOurs(url)) this.open(url);
    else follow(url, this, this.town);
  }

  /** Put the lock screen up or down. */
  setLocked(locked) {
    if (this.isLocked === locked) return;
    this.isLocked = locked;
    lower(this.screen);
    this.lock.node.hidden = !locked;
    this.inside.inert = locked;
    this.lockButton.setAttribute("aria-pressed", String(locked));
    this.frame.classList.toggle("locked", locked);
    if (!locked && this.lock.node.contains(document.activeElement)) this.lockButton.focus();
  }

  /** Show the answer to a tap: a passing line, or a sheet that waits. */
  toast({ text, alert }) {
    if (alert) return raise(this.screen, { title: this.shown.bot_name, text, answers: [{ label: "OK", strong: true }] });
    clearTimeout(this.timer);
    this.toasts.textContent = text;
    this.toasts.classList.add("shown");
    this.timer = setTimeout(() => this.toasts.classList.remove("shown"), TOAST);
    return undefined;
  }

  press(message, key, row, column) {
    if (key.does === "tap") return this.act("tap", { message: message.id, row, column, text: key.text });
    if (key.does === "open") return follow(key.value, this, this.town);
    if (key.does === "share") return share(key.value, this, this.town);
    if (key.does === "copy") return copy(key.value);
    return undefined;
  }

  choose(message) {
    const own = message.own && ["text", "photo", "voice"].includes(message.kind);
    raise(this.screen, {
      title: message.text || message.kind,
      answers: [
        { label: "Reply", icon: "reply", does: () => this.composer.begin("reply", message) },
        own ? { label: "Edit", icon: "edit", does: () => this.composer.begin("edit", message) } : null,
        message.own ? { label: "Delete", icon: "trash", does: () => this.act("delete", { message: message.id }) } : null,
        { label: "Close" },
      ].filter(Boolean),
      note: message.own ? "A bot is told of edits, never of deletions." : null,
    });
  }

  editNewest() {
    const newest = this.shown.messages.findLast((message) => message.own && message.kind === "text");
    if (newest) this.composer.begin("edit", newest);
  }

  more() {
    const { blocked, name, bot_name: bot } = this.shown;
    const answer = blocked ? { label: `Unblock ${bot}`, does: () => this.act("unblock") } : { label: `Block ${bot}`, icon: "ban", does: () => this.act("block") };
    raise(this.screen, {
      title: `${name}’s chat`,
      answers: [answer, { label: "Lock screen", icon: "lock", does: () => this.setLocked(true) }, { label: "Close" }],
    });
  }
}
