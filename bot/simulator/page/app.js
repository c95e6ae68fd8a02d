// Starts the page: puts the phones on the stage and keeps everything as the newest snapshot says.

import { isInvitation } from "./links.js";
import { Panel } from "./panel.js";
import { Phone } from "./phone.js";
import { Tabs } from "./tabs.js";
import { useTheme } from "./theme.js";
import { listen } from "./wire.js";

const HUES = ["clay", "pine", "plum", "moss"];
const stage = document.getElementById("stage");
const panelNode = document.getElementById("panel");
const phones = new Map();
let world = null;
let bot = {};
let current = null;

const town = {
  others: (phone) => [...phones.values()].filter((other) => other !== phone),
  username: () => bot.username,
  isOurs: (url) => isInvitation(url, bot.username),
  current: () => current ?? phones.values().next().value,
  look: (phone) => tabs.choose(phone.node),
};
const tabs = new Tabs(document.getElementById("tabs"));
const panel = new Panel(panelNode, town);

function show(snapshot) {
  if (snapshot.world !== world) begin(snapshot);
  bot = snapshot.bot;
  document.title = `${bot.name}: two phones`;
  document.getElementById("title").textContent = bot.name;
  snapshot.phones.forEach(place);
  panel.show(snapshot);
  offerTabs(snapshot);
}

// Another world has other people: the phones of the old one leave the stage.
function begin(snapshot) {
  const staying = new Set(snapshot.phones.map(({ id }) => id));
  for (const [id, phone] of phones) {
    phone.clear();
    if (staying.has(id)) continue;
    phone.node.remove();
    phones.delete(id);
    if (current === phone) current = null;
  }
  world = snapshot.world;
}

function place(data, index) {
  const phone = phones.get(data.id) ?? bring(data.id, index);
  const before = phone.shown;
  phone.show(data);
  if (before && before.messages.at(-1)?.id !== data.messages.at(-1)?.id) tabs.mark(phone.node);
}

// In the page's order, which is the order of the keyboard: first phone, clock, second phone, any others.
function bring(id, index) {
  const phone = new Phone(id, HUES[index % HUES.length], town);
  phones.set(id, phone);
  if (index === 0) panelNode.before(phone.node);
  else stage.append(phone.node);
  phone.node.addEventListener("focusin", () => {
    current = phone;
  });
  return phone;
}

function offerTabs(snapshot) {
  const parts = snapshot.phones.map(({ id, name }) => ({ label: name, node: phones.get(id).node }));
  parts.splice(1, 0, { label: "Clock", node: panelNode });
  tabs.offer(parts);
  for (const phone of phones.values()) phone.showStrip(phone.shown);
}

function connected(isOn) {
  const place = document.getElementById("connection");
  place.textContent = isOn ? "" : "Waiting for the simulator…";
  document.body.classList.toggle("offline", !isOn);
}

useTheme(document.getElementById("theme"));
listen({ snapshot: show, toast: (toast) => phones.get(toast.phone)?.toast(toast), connected });
