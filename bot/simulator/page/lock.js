// The lock screen of a phone: what a glance at it would show, and what made a sound.

import { button, element, fill, icon } from "./dom.js";

/** The lock screen of one phone; it hides the conversation while it is up. */
export class LockScreen {
  constructor(unlock) {
    this.clock = element("p", { class: "lock-time" });
    this.date = element("p", { class: "lock-date" });
    this.notices = element("ul", { class: "notices", "aria-live": "polite" });
    this.node = element(
      "div",
      { class: "lock-screen", hidden: true, role: "group" },
      this.clock,
      this.date,
      this.notices,
      element("p", { class: "lock-note" }, "This is all that a glance at this phone shows."),
      button("Unlock", unlock, { class: "unlock" }),
    );
  }

  /** Show the newest notifications of this phone. */
  show(phone) {
    this.node.setAttribute("aria-label", `${phone.name}’s lock screen`);
    this.clock.textContent = phone.time;
    this.date.textContent = phone.day;
    fill(this.notices, JSON.stringify(phone.notices), () => notices(phone));
  }
}

function notices(phone) {
  if (!phone.notices.length) return element("li", { class: "nothing" }, "No notifications");
  return phone.notices.map((notice) =>
    element(
      "li",
      { class: notice.silent ? "notice silent" : "notice" },
      element("img", { src: "mark.svg", alt: "", width: "30", height: "30" }),
      element("div", { class: "notice-words" }, element("b", {}, phone.bot_name), element("span", { dir: "auto" }, notice.text)),
      element("div", { class: "notice-side" }, element("time", {}, notice.time), sound(notice.silent)),
    ),
  );
}

function sound(silent) {
  return element("span", { class: "sound" }, icon(silent ? "bellOff" : "bell"), silent ? "silent" : "sound");
}
