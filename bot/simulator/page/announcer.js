// Says a short line to everybody: shown at the foot of the page, read out by screen readers.

const SHOWN_FOR = 5000;
let timer = 0;

/** Show and read out `text` for a few seconds. */
export function announce(text) {
  const place = document.getElementById("announcer");
  clearTimeout(timer);
  place.textContent = text;
  place.classList.add("shown");
  timer = setTimeout(() => place.classList.remove("shown"), SHOWN_FOR);
}
