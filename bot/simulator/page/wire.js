// Speaks with the simulator: one stream of snapshots in, small requests out.

import { announce } from "./announcer.js";

/** Ask the simulator for one act; a refusal is announced in words, and the answer is whether it was done. */
export async function post(path, body = {}) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return true;
    announce((await answer.json()).error ?? "That did not work.");
  } catch {
    announce("The simulator does not answer.");
  }
  return false;
}

/** Call back with every new snapshot of the world, every toast, and whenever the line breaks or comes back. */
export function listen({ snapshot, toast, connected }) {
  const source = new EventSource("events");
  source.addEventListener("snapshot", (event) => snapshot(JSON.parse(event.data)));
  source.addEventListener("toast", (event) => toast(JSON.parse(event.data)));
  source.addEventListener("open", () => connected(true));
  source.addEventListener("error", () => connected(false));
  return source;
}
