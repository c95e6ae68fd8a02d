// Turns a text with Telegram's entities into nodes; offsets are UTF-16 units, as JavaScript counts.

import { element } from "./dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** Return the nodes of `text`; `acts.link(url)` and `acts.command(text)` are called when one is tapped. */
export function formatted(text, entities, acts) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return within(text, 0, text.length, ordered, acts);
}

function within(text, start, end, entities, acts) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const to = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || to <= at) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter((one) => one.offset < to);
    nodes.push(wrapped(text, entity, to, inner, acts));
    at = isBlock(entity) && text[to] === "\n" ? to + 1 : to;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(text, entity, to, inner, acts) {
  const own = text.slice(entity.offset, to);
  const content = () => within(text, entity.offset, to, inner, acts);
  if (entity.type === "text_link") return link(entity.url, content(), acts);
  if (entity.type === "url") return link(own, [own], acts);
  if (entity.type === "bot_command") return command(own, acts);
  if (entity.type === "spoiler") return spoiler(content());
  if (entity.type in TAGS) return element(TAGS[entity.type], {}, ...content());
  return element("span", {}, ...content());
}

// The line break after a block stands for the block's own end.
function isBlock(entity) {
  return ["blockquote", "expandable_blockquote", "pre"].includes(entity.type);
}

function link(address, content, acts) {
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  return element("button", { type: "button", class: "link", title: url, on: { click: () => acts.link(url) } }, ...content);
}

function command(text, acts) {
  return element("button", { type: "button", class: "link command", on: { click: () => acts.command(text) } }, text);
}

function spoiler(content) {
  const hidden = element("span", { class: "veiled" }, ...content);
  const cover = element(
    "button",
    { type: "button", class: "spoiler", "aria-label": "Hidden words, show them", on: { click: () => cover.replaceWith(hidden) } },
    hidden.cloneNode(true),
  );
  return cover;
}
