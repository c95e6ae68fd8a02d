"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const bar = one(".bar");
const items = all(".item").map((node) => ({ node, words: node.textContent.toLowerCase(), ...node.dataset }));
const questions = items.filter((item) => item.theme);
const lists = { questions: one("#questions-list"), checkins: one("#checkins-list") };
const told = JSON.parse(one("#told").textContent);
const tracks = { quiet: ["quiet", "either"], reach: ["reach", "either"], either: ["quiet", "reach", "either"] };

function fits(item, chosen) {
  if (chosen.words && !item.words.includes(chosen.words)) return false;
  if (!item.theme) return !(chosen.theme || chosen.week || chosen.depth || chosen.track) || Boolean(chosen.words);
  const [first, last] = item.weeks.split("-").map(Number);
  return (!chosen.theme || item.theme === chosen.theme)
    && (!chosen.depth || item.depth === chosen.depth)
    && (!chosen.track || tracks[chosen.track].includes(item.track))
    && (!chosen.week || (first <= chosen.week && chosen.week <= last));
}

function show() {
  const chosen = Object.fromEntries(all("[data-filter]", bar).map((field) => [field.dataset.filter, field.value.trim().toLowerCase()]));
  const languages = all("fieldset input", bar).filter((box) => box.checked).map((box) => box.value);
  let found = 0;
  for (const item of items) {
    item.node.hidden = !fits(item, chosen);
    found += !item.node.hidden && Boolean(item.theme);
  }
  for (const column of all(".lang")) column.hidden = !languages.includes(column.lang);
  document.documentElement.style.setProperty("--shown", Math.max(languages.length, 1));
  document.body.classList.toggle("one", languages.length === 1);
  if (chosen.size) document.body.dataset.size = chosen.size; else delete document.body.dataset.size;
  for (const group of all("[data-group]")) {
    const count = all(".item:not([hidden])", group).length;
    group.hidden = !count;
    const small = group.querySelector("h3 small");
    if (small) small.textContent = [count, small.dataset.note].filter(Boolean).join(" · ");
  }
  for (const section of all("main > section")) section.hidden = !all(".item", section).some((node) => !node.hidden);
  one(".empty").hidden = items.some((item) => !item.node.hidden);
  one("output").textContent = `${found} of ${questions.length} questions`;
}

function group() {
  const by = one("#by").value;
  for (const [name, list] of Object.entries(lists)) {
    const groups = new Map();
    for (const item of questions.filter((question) => question.list === name)) {
      const key = by === "week" ? item.weeks.split("-")[0].padStart(2, "0") : item[by];
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item.node);
    }
    const order = told[by] ? Object.keys(told[by]).map((key) => (by === "week" ? key.padStart(2, "0") : key)) : [];
    const keys = [...groups.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    list.replaceChildren(...keys.map((key) => {
      const part = document.createElement("div");
      part.dataset.group = key;
      const head = document.createElement("h3");
      const [title, note] = told[by][String(key).replace(/^0/, "")] ?? [key, ""];
      head.append(`${title} `);
      const small = document.createElement("small");
      small.dataset.note = note;
      head.append(small);
      part.append(head, ...groups.get(key));
      return part;
    }));
  }
  show();
}

bar.addEventListener("input", (event) => (event.target.id === "by" ? group() : show()));
one("#look").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.look ? root.dataset.look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.look = dark ? "light" : "dark";
});
one(".toggle").addEventListener("click", () => bar.classList.toggle("open"));
one("#clear").addEventListener("click", () => {
  for (const field of all("[data-filter]", bar)) field.value = "";
  for (const box of all("fieldset input", bar)) box.checked = true;
  show();
});
group();
