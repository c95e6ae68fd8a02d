// Draws one message as a bubble with what Telegram shows around it.

import { button, element, icon, spoken } from "./dom.js";
import { formatted } from "./entities.js";

const BARS = 28;
const NAMES = {
  video: "Video", document: "File", audio: "Song", location: "Place", contact: "Contact", poll: "Poll",
  animation: "Animation", video_note: "Video message", dice: "Dice", venue: "Place",
};

/** Return the list item of `message` on `phone`; `acts` are what its parts do when tapped. */
export function bubble(message, phone, acts) {
  const side = message.own ? "own" : "bot";
  const body = element("div", { class: `bubble ${message.kind}` }, ...parts(message, phone, acts), foot(message, phone));
  if (message.own) openOnTap(body, message, acts);
  return element(
    "li",
    { class: `message ${side}${message.protected ? " protected" : ""}`, "data-id": message.id },
    element("div", { class: "line" }, body, button("Message actions", () => acts.choose(message), { icon: "more", class: "dots", tabindex: "-1" })),
    message.keyboard.length ? keyboard(message, acts) : null,
  );
}

// A mouse or finger may tap the bubble itself; the keyboard has the dots beside it.
function openOnTap(body, message, acts) {
  body.addEventListener("click", (event) => {
    if (!event.target.closest("button, a") && String(getSelection()) === "") acts.choose(message);
  });
}

function parts(message, phone, acts) {
  return [
    spoken(`${message.own ? phone.name : phone.bot_name}: `),
    message.reply ? quoted(message.reply, acts) : null,
    content(message),
    message.text ? element("div", { class: "words", dir: "auto" }, ...formatted(message.text, message.entities, acts)) : null,
  ];
}

function quoted(reply, acts) {
  return element(
    "button",
    { type: "button", class: "quoted", "aria-label": `In reply to: ${reply.text}`, on: { click: () => acts.find(reply.id) } },
    element("b", { dir: "auto" }, reply.who),
    element("span", { dir: "auto" }, reply.text),
  );
}

function content(message) {
  if (message.kind === "text") return null;
  if (message.kind === "photo" && message.media) {
    return element("img", { class: "picture", src: message.media, alt: message.text || "A photo", draggable: "false" });
  }
  if (message.kind === "sticker") return element("div", { class: "sticker-face", role: "img", "aria-label": "Sticker" }, message.emoji || "🙂");
  if (message.kind === "voice") return voice(message);
  return element("div", { class: "thing" }, icon(message.kind === "photo" ? "photo" : "card"), NAMES[message.kind] ?? "Photo");
}

function voice(message) {
  const seconds = message.duration ?? 0;
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return element(
    "div",
    { class: "voice-note", role: "img", "aria-label": `Voice note, ${seconds} seconds` },
    element("span", { class: "disc" }, icon("play")),
    wave(message.id),
    element("span", { class: "length" }, length),
  );
}

// Nobody's voice is read: the wave is drawn from the message's number alone.
function wave(id) {
  const bars = Array.from({ length: BARS }, (_, at) => {
    const bar = element("i");
    const swing = Math.abs(Math.sin(id * 1.7 + at * 0.9) * Math.cos(id * 0.3 + at * 0.37));
    bar.style.height = `${Math.round(18 + 82 * swing)}%`;
    return bar;
  });
  return element("span", { class: "wave" }, ...bars);
}

function foot(message, phone) {
  return element(
    "div",
    { class: "foot" },
    message.reactions.length ? element("span", { class: "reactions", "aria-label": `Reactions: ${message.reactions.join(" ")}` }, ...message.reactions) : null,
    message.private ? padlock(phone.name) : null,
    message.edited ? element("span", {}, "edited") : null,
    element("time", {}, message.time),
  );
}

function padlock(name) {
  const words = `Only ${name} can see this`;
  return element("span", { class: "padlock", title: words }, icon("lock"), spoken(words));
}

function keyboard(message, acts) {
  const rows = message.keyboard.map((row, at) =>
    element("div", { class: "row" }, ...row.map((key, column) => oneKey(message, key, at, column, acts))),
  );
  return element("div", { class: "keyboard", role: "group", "aria-label": "Answers" }, ...rows);
}

function oneKey(message, key, row, column, acts) {
  return element(
    "button",
    { type: "button", class: `key ${key.does}`, dir: "auto", "data-place": `${row}-${column}`, on: { click: () => acts.press(message, key, row, column) } },
    key.text,
    key.does === "tap" ? null : icon("link"),
  );
}
