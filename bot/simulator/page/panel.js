// The middle of the page: the clock, what is on its way, scenes, and lines to try.

import { button, element, fill, icon } from "./dom.js";
import { post } from "./wire.js";

const STEPS = [["10min", "+10 min"], ["next", "Next prompt"], ["tomorrow", "Tomorrow"], ["week", "A week later"]];

/** The panel between the phones; `town` knows the phones. */
export class Panel {
  constructor(node, town) {
    this.node = node;
    this.town = town;
    this.clocks = element("div", { class: "clocks" });
    this.moves = element("div", { class: "moves", role: "group", "aria-label": "Move the clock" });
    this.coming = element("ul", { class: "coming" });
    this.scenes = element("ul", { class: "scenes" });
    this.samples = element("ul", { class: "samples" });
    this.behind = element("div", { class: "behind" }, ...this.cards());
    this.adding = this.addition();
    node.append(card("The time for each", this.clocks, this.moves), this.behind, this.adding);
  }

  cards() {
    return [
      card("On its way", this.coming),
      card("Scenes that play by themselves", this.scenes),
      element(
        "div",
        { class: "restart" },
        button("Start over", () => this.do("start-over")),
        button("Start already paired", () => this.do("start-paired")),
      ),
      card("Lines to try", this.samples),
      element("p", { class: "legend" }, icon("lock"), "stays with that person alone"),
    ];
  }

  /** Show the clock and everything behind the phones. */
  show({ phones, backstage }) {
    this.node.hidden = false;
    fill(this.clocks, JSON.stringify(phones.map(({ name, time, day, zone }) => [name, time, day, zone])), () => phones.map(clock));
    this.moves.hidden = this.behind.hidden = backstage === null;
    this.adding.hidden = backstage !== null;
    if (!backstage) return;
    fill(this.moves, "moves", () => STEPS.map(([by, label]) => button(label, () => this.do("move", { by }))));
    fill(this.coming, JSON.stringify(backstage.coming), () => coming(backstage.coming));
    fill(this.scenes, JSON.stringify([backstage.scenes, backstage.playing]), () => this.scenery(backstage));
    fill(this.samples, JSON.stringify(backstage.samples), () => backstage.samples.map((line) => this.sample(line)));
    for (const [list, parts] of [[this.scenes, backstage.scenes], [this.samples, backstage.samples]]) {
      list.parentElement.hidden = parts.length === 0;
    }
  }

  /** Ask for one act behind the phones; meanwhile no second one can be asked for. */
  async do(act, body) {
    if (this.node.classList.contains("busy")) return false;
    this.node.classList.add("busy");
    this.node.setAttribute("aria-busy", "true");
    const done = await post(`backstage/${act}`, body);
    this.node.classList.remove("busy");
    this.node.removeAttribute("aria-busy");
    return done;
  }

  scenery({ scenes, playing }) {
    return scenes.map(({ id, title }) => {
      const on = id === playing;
      const act = () => (on ? this.do("stop") : this.do("play", { scene: id }));
      const node = button(title, act, { class: on ? "scene playing" : "scene", "aria-label": on ? `Stop: ${title}` : `Play: ${title}` });
      node.prepend(icon(on ? "stop" : "play"));
      if (on) node.append(element("span", { class: "state" }, "stop"));
      return element("li", {}, node);
    });
  }

  sample(line) {
    const write = () => {
      const phone = this.town.current();
      if (phone) this.town.look(phone);
      phone?.composer.write(line);
    };
    return element("li", {}, button(line, write, { class: "sample", dir: "auto" }));
  }

  addition() {
    const name = element("input", { type: "text", id: "newcomer", maxlength: "64", required: true, autocomplete: "off", placeholder: "Name" });
    const add = async (event) => {
      event.preventDefault();
      if (await post("people", { name: name.value })) name.value = "";
    };
    const form = element("form", { on: { submit: add } }, name, element("button", { type: "submit" }, "Add a phone"));
    const label = element("label", { for: "newcomer" }, "Somebody new");
    return element("div", { class: "card adding" }, element("h2", {}, label), form);
  }
}

function card(title, ...content) {
  return element("div", { class: "card" }, element("h2", {}, title), ...content);
}

function clock({ name, time, day, zone, through_day: through }) {
  const mark = element("i", { class: "now" });
  mark.style.left = `${through * 100}%`;
  return element(
    "div",
    { class: "hands" },
    element("p", { class: "whose" }, zone ? `${name}, ${zone}` : name),
    element("p", { class: "big" }, time),
    element("p", { class: "date" }, day),
    element("div", { class: "daylight", "aria-hidden": "true" }, mark),
  );
}

function coming(parts) {
  if (!parts.length) return element("li", { class: "nothing" }, "Nothing. Silence is fine here.");
  return parts.map(({ text, when }) => element("li", {}, element("span", { dir: "auto" }, text), element("time", {}, when)));
}
