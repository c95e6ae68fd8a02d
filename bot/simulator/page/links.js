// Decides what a tapped link does: the bot's own go from hand to hand, all others ask first.

import { announce } from "./announcer.js";
import { element, icon, isCalm } from "./dom.js";
import { raise } from "./sheet.js";

/** Ask what to do with `url`, tapped on `from`; `town` knows the other phones and the bot's name. */
export function follow(url, from, town) {
  const shared = readShare(url);
  if (shared) return hand(shared, from, town);
  if (isInvitation(url, town.username())) return invite(url, from, town);
  return leave(url, from);
}

function leave(url, from) {
  const open = { label: "Open it in a new tab", icon: "link", does: () => window.open(url, "_blank", "noopener,noreferrer") };
  const isPage = ["http:", "https:"].includes(parse(url)?.protocol);
  raise(from.screen, {
    title: isPage ? "A page outside" : "Something outside",
    text: url,
    note: isPage ? "Only this would leave the computer." : "A phone would open this; the page does not.",
    answers: [isPage ? open : null, { label: "Not now" }].filter(Boolean),
  });
}

/** Let the person pick who gets these words, as Telegram's list of chats would. */
export function share(text, from, town) {
  hand({ text, url: null }, from, town);
}

/** Copy words, as a copy button does. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce("Copied.");
  } catch {
    announce("This browser did not let the page copy that.");
  }
}

/** Say whether `url` opens the chat with this bot. */
export function isInvitation(url, username) {
  const address = parse(url);
  if (!address || !username) return false;
  const isWeb = ["t.me", "telegram.me"].includes(address.hostname);
  const name = isWeb ? address.pathname.slice(1) : address.protocol === "tg:" ? address.searchParams.get("domain") : null;
  return name?.toLowerCase() === username.toLowerCase();
}

function readShare(url) {
  const address = parse(url);
  if (address?.hostname !== "t.me" || !["/share/url", "/share"].includes(address.pathname)) return null;
  return { url: address.searchParams.get("url"), text: address.searchParams.get("text") ?? "" };
}

function parse(url) {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function invite(url, from, town) {
  const others = town.others(from).map((other) => ({
    label: `Open on ${other.name()}’s phone`,
    icon: "phone",
    strong: true,
    does: () => carry(from, other, () => other.open(url), town),
  }));
  raise(from.screen, {
    title: "A link to this bot",
    text: url,
    note: others.length ? "In life it would travel in a message; here it goes from phone to phone." : null,
    answers: [...others, { label: "Open it here", does: () => from.open(url) }, { label: "Not now" }],
  });
}

function hand(shared, from, town) {
  const others = town.others(from).map((other) => ({
    label: `Send to ${other.name()}`,
    icon: "send",
    strong: true,
    does: () => carry(from, other, () => other.receive(from, shared), town),
  }));
  const text = [shared.text, shared.url].filter(Boolean).join("\n");
  raise(from.screen, { title: "Send to…", text, answers: [...others, { label: "Not now" }] });
}

// The letter shows where the link went; who wants less movement sees it arrive at once.
async function carry(from, to, arrive, town) {
  town.look(to);
  if (!isCalm() && from.frame.offsetParent && to.frame.offsetParent) await fly(from.frame, to.frame);
  announce(`Handed to ${to.name()}’s phone.`);
  arrive();
}

async function fly(from, to) {
  const [start, end] = [middle(from), middle(to)];
  const letter = element("div", { class: "letter", "aria-hidden": "true" }, icon("envelope"));
  document.body.append(letter);
  const at = (point, lift, scale) => ({ transform: `translate(${point.x}px, ${point.y - lift}px) scale(${scale})` });
  const between = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const frames = [{ ...at(start, 0, 0.6), opacity: 0 }, { ...at(between, 90, 1.2), opacity: 1 }, { ...at(end, 0, 0.6), opacity: 0 }];
  await letter.animate(frames, { duration: 900, easing: "ease-in-out" }).finished;
  letter.remove();
}

function middle(node) {
  const box = node.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
